package kith.duty;

import java.util.UUID;
import kith.community.Communities;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Doing what is owed without leaving the round. */
@Controller
@For(Audience.MEMBERS)
class ActController {
    private final Communities communities;
    private final Rounds rounds;
    private final RoundPages pages;
    private final Duties duties;

    ActController(Communities communities, Rounds rounds, RoundPages pages, Duties duties) {
        this.communities = communities;
        this.rounds = rounds;
        this.pages = pages;
        this.duties = duties;
    }

    @PostMapping("/round/{slug}/{duty}/act")
    Answer create(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable UUID duty,
            @RequestParam(defaultValue = "") String words) {
        var place = rounds.walked(communities.find(viewer, slug));
        var one = duties.find(place, new DutyId(duty)).orElseThrow(NotHere::new);
        if (!rounds.kinds(place).contains(one.kind())) {
            throw new NotHere();
        }
        var refusals = rounds.kind(one.kind()).act(place, one, words.strip());
        return refusals.any()
                ? pages.page(place, "", new RoundController.Typed(one.id(), words, false), refusals)
                : new SeeOther(place.path("round"), "duty.acted");
    }
}
