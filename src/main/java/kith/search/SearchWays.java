package kith.search;

import java.util.List;
import kith.community.Place;
import kith.community.PlaceWays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to a community's search. */
@Component
@Order(20)
class SearchWays implements PlaceWays {
    @Override
    public List<Way> ways(Place place) {
        return place.viewer().confirmed()
                ? List.of(new Way(place.path("search"), "search.way", "search", 0))
                : List.of();
    }
}
