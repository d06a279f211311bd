package kith.practitioner;

import java.util.List;
import kith.community.Place;
import kith.community.PlaceWays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to those who advise here. */
@Component
@Order(45)
class PlaceOfPractitioners implements PlaceWays {
    @Override
    public List<Way> ways(Place place) {
        return place.member()
                ? List.of(new Way(
                        place.path("practitioners"),
                        "practitioner.way",
                        "care",
                        0,
                        List.of(place.path("applications"), place.path("boundaries"))))
                : List.of();
    }
}
