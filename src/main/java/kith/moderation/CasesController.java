package kith.moderation;

import java.util.UUID;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases of a community, for its hosts. */
@Controller
@For(Audience.MEMBERS)
class CasesController {
    /** The open cases, or the decided ones. */
    public record CasesPage(Place place, Slice<Case> cases, boolean open, boolean later) implements Page, InPlace {}

    private final Communities communities;
    private final Cases cases;
    private final CasePages pages;

    CasesController(Communities communities, Cases cases, CasePages pages) {
        this.communities = communities;
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping("/cases/{slug}")
    Answer index(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String after) {
        var place = communities.find(viewer, slug);
        return switch (state) {
            case "open" -> new CasesPage(place, cases.open(place, after), true, !after.isEmpty());
            case "decided" -> new CasesPage(place, cases.decided(place, after), false, !after.isEmpty());
            default -> throw new NotHere();
        };
    }

    @GetMapping("/cases/{slug}/{id}")
    Answer show(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        return pages.fresh(communities.find(viewer, slug), id);
    }
}
