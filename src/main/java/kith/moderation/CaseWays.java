package kith.moderation;

import java.util.List;
import kith.community.Place;
import kith.community.PlaceWays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the cases, for hosts. How many wait is on the round alone: one number is enough to carry. */
@Component
@Order(60)
class CaseWays implements PlaceWays {
    @Override
    public List<Way> ways(Place place) {
        return place.hosts() ? List.of(new Way(place.path("cases"), "moderation.way", "flag", 0)) : List.of();
    }
}
