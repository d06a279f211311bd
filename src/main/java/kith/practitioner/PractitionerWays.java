package kith.practitioner;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kith.community.MemberWays;
import kith.community.Place;
import kith.identity.MemberId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From a member's page to what they take on as a practitioner, and for managers to checking a profession. */
@Component
@Order(20)
class PractitionerWays implements MemberWays {
    private final Practitioners practitioners;
    private final Clock clock;

    PractitionerWays(Practitioners practitioners, Clock clock) {
        this.practitioners = practitioners;
        this.clock = clock;
    }

    @Override
    public List<Way> ways(Place place, MemberId who) {
        var ways = new ArrayList<Way>();
        practitioners
                .valid(who, place.community().id(), clock.instant())
                .filter(Mark::current)
                .ifPresent(mark ->
                        ways.add(new Way(place.path("practitioners") + "/" + who, "practitioner.ways.card", "care")));
        if (place.manages()) {
            ways.add(new Way(place.path("applications") + "/new?member=" + who, "practitioner.ways.check", "check"));
        }
        return ways;
    }
}
