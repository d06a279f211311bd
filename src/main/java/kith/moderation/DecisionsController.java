package kith.moderation;

import java.util.Map;
import java.util.UUID;
import kith.community.Communities;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deciding a case. */
@Controller
@For(Audience.MEMBERS)
class DecisionsController {
    private final Communities communities;
    private final Decisions decisions;
    private final CasePages pages;

    DecisionsController(Communities communities, Decisions decisions, CasePages pages) {
        this.communities = communities;
        this.decisions = decisions;
        this.pages = pages;
    }

    @PostMapping("/cases/{slug}/{id}/decisions")
    Answer create(
            Viewer viewer, @PathVariable String slug, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        var place = communities.find(viewer, slug);
        var form = DecisionForm.of(sent);
        var refusals = form.choice(viewer.zone())
                .map(choice -> decisions.decide(place, id, choice))
                .orElseGet(() -> Refusals.of(Refusal.in("kind", "moderation.refused.kind")));
        return refusals.any()
                ? pages.page(place, id, form, refusals)
                : new SeeOther(place.path("cases") + "/" + id, "moderation.decided");
    }
}
