package kith.duty;

import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** My open duties in one community. */
@Controller
@For(Audience.MEMBERS)
class RoundController {
    /** A round: its lines, and how much there is in all. */
    public record RoundPage(Place place, Slice<Line> lines, Rounds.Load load, boolean first) implements Page, InPlace {}

    private final Communities communities;
    private final Rounds rounds;

    RoundController(Communities communities, Rounds rounds) {
        this.communities = communities;
        this.rounds = rounds;
    }

    @GetMapping("/round/{slug}")
    Answer show(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String after) {
        var place = rounds.walked(communities.find(viewer, slug));
        return new RoundPage(place, rounds.of(place, after), rounds.load(place), after.isEmpty());
    }
}
