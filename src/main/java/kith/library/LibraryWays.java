package kith.library;

import java.util.List;
import kith.community.Place;
import kith.community.PlaceWays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to a community's library. */
@Component
@Order(30)
class LibraryWays implements PlaceWays {
    @Override
    public List<Way> ways(Place place) {
        return List.of(new Way(place.path("library"), "library.way", "library", 0));
    }
}
