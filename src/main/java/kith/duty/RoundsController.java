package kith.duty;

import java.util.List;
import kith.community.Communities;
import kith.community.Place;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** My rounds in all my communities. */
@Controller
@For(Audience.MEMBERS)
class RoundsController {
    /** One community's round in short. */
    public record Short(Place place, Rounds.Load load) {}

    /** All my rounds. */
    public record RoundsPage(List<Short> rounds) implements Page {
        public int open() {
            return Math.min(
                    Rounds.MOST, rounds.stream().mapToInt(r -> r.load().open()).sum());
        }
    }

    private final Communities communities;
    private final Rounds rounds;

    RoundsController(Communities communities, Rounds rounds) {
        this.communities = communities;
        this.rounds = rounds;
    }

    @GetMapping("/rounds")
    Answer index(Viewer viewer) {
        var walked = communities.of(viewer).stream().filter(rounds::walks).toList();
        return new RoundsPage(walked.stream()
                .map(place -> new Short(place, rounds.load(place)))
                .toList());
    }
}
