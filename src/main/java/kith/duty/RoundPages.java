package kith.duty;

import kith.community.Place;
import kith.page.Refusals;
import org.springframework.stereotype.Component;

/** Puts the page of a round together. */
@Component
class RoundPages {
    private final Rounds rounds;
    private final Colleagues colleagues;

    RoundPages(Rounds rounds, Colleagues colleagues) {
        this.rounds = rounds;
        this.colleagues = colleagues;
    }

    RoundController.RoundPage page(Place place, String after) {
        return page(place, after, RoundController.Typed.NOTHING, Refusals.NONE);
    }

    /** The page with what was typed in a row, and why it was not done. */
    RoundController.RoundPage page(Place place, String after, RoundController.Typed typed, Refusals refusals) {
        var lines = rounds.of(place, after);
        return new RoundController.RoundPage(
                place,
                rounds.groups(lines.items()),
                lines.next(),
                rounds.load(place),
                after.isEmpty(),
                colleagues.takers(place),
                typed,
                refusals);
    }
}
