package kith.community;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The ways of a place that this module has: its people, one's own place in it, and what hosts look after. */
@Component
@Order(30)
class CommunityWays implements PlaceWays {
    private final Requests requests;

    CommunityWays(Requests requests) {
        this.requests = requests;
    }

    @Override
    public List<Way> ways(Place place) {
        var ways = new ArrayList<Way>();
        if (place.member()) {
            ways.add(new Way(place.path("members"), "community.way.members", "people", 0));
            ways.add(new Way(place.path("my"), "community.way.my", "leaf", 0));
        }
        if (Shifts.serves(place)) {
            ways.add(new Way(place.path("rota"), "community.way.rota", "today", 0));
        }
        if (place.hosts() && place.community().joining() == Community.Joining.REQUEST) {
            ways.add(new Way(place.path("requests"), "community.way.requests", "door", requests.count(place)));
        }
        if (place.manages()) {
            ways.add(new Way(place.path("invites"), "community.way.invites", "key", 0));
            ways.add(new Way(place.path("settings"), "community.way.settings", "settings", 0));
        }
        return ways;
    }
}
