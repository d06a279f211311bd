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
    @Override
    public List<Way> ways(Place place) {
        return List.of(
                new Way(place.path("conversations"), "conversation.way", "talk", 0, List.of("/topics/", "/posts/")));
    }
}
