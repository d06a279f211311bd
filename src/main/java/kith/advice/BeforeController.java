package kith.advice;

import java.util.List;
import kith.community.Communities;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answered questions like the one that somebody types; sent in a body, so that no word of it is in an address. */
@Controller
@For(Audience.MEMBERS)
class BeforeController {
    static final int MOST = 3;

    private final Known known;
    private final Communities communities;
    private final Limits limits;

    BeforeController(Known known, Communities communities, Limits limits) {
        this.known = known;
        this.communities = communities;
        this.limits = limits;
    }

    /** The likest, as a part of the form. */
    public record BeforePage(List<Known.Before> before) implements Page {}

    @PostMapping("/questions/{slug}/before")
    Answer index(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String title) {
        limits.take(Limit.SIMILAR, viewer.member());
        return new BeforePage(known.like(communities.find(viewer, slug), Typed.line(title), MOST));
    }
}
