package kith.duty;

import java.util.List;
import kith.community.Place;
import kith.community.PlaceWays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the round, for those who have one, with how much is on it. */
@Component
@Order(50)
class RoundWays implements PlaceWays {
    private final Rounds rounds;

    RoundWays(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public List<Way> ways(Place place) {
        return rounds.walks(place)
                ? List.of(new Way(
                        place.path("round"),
                        "duty.way",
                        "round",
                        rounds.load(place).open()))
                : List.of();
    }
}
