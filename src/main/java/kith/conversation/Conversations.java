package kith.conversation;

import java.util.List;
import kith.community.Place;
import kith.community.PlaceWays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to a community's conversations. */
@Component
@Order(10)
class Conversations implements PlaceWays {
    private final Readings readings;

    Conversations(Readings readings) {
        this.readings = readings;
    }

    @Override
    public List<Way> ways(Place place) {
        return List.of(new Way(
                place.path("conversations"),
                "conversation.way",
                "talk",
                readings.fresh(place),
                List.of("/topics/", "/posts/")));
    }
}
