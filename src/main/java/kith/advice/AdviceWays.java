package kith.advice;

import java.util.List;
import kith.community.Place;
import kith.community.PlaceWays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the questions of a community. */
@Component
@Order(14)
class AdviceWays implements PlaceWays {
    @Override
    public List<Way> ways(Place place) {
        return List.of(
                new Way(place.path("questions"), "advice.way", "quote", 0, List.of("/question/", "/hour/", "/hours/")));
    }
}
