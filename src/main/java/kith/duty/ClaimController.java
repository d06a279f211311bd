package kith.duty;

import java.util.Optional;
import java.util.UUID;
import kith.community.Communities;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Refusal;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Taking a duty of the round into one's hands, and putting it back. */
@Controller
@For(Audience.MEMBERS)
class ClaimController {
    private final Communities communities;
    private final Rounds rounds;
    private final Duties duties;

    ClaimController(Communities communities, Rounds rounds, Duties duties) {
        this.communities = communities;
        this.rounds = rounds;
        this.duties = duties;
    }

    @PostMapping("/round/{slug}/{duty}/claim")
    Answer create(Viewer viewer, @PathVariable String slug, @PathVariable UUID duty) {
        var place = rounds.walked(communities.find(viewer, slug));
        return back(slug, duties.claim(place, new DutyId(duty)), "duty.claimed");
    }

    @PostMapping("/round/{slug}/{duty}/claim/removal")
    Answer destroy(Viewer viewer, @PathVariable String slug, @PathVariable UUID duty) {
        var place = rounds.walked(communities.find(viewer, slug));
        return back(slug, duties.release(place, new DutyId(duty)), "duty.released");
    }

    /** Back to the round with what happened; a refusal needs no form, because the round shows how things stand now. */
    static Answer back(String slug, Optional<Refusal> refusal, String done) {
        return new SeeOther("/round/" + slug, refusal.map(Refusal::key).orElse(done));
    }
}
