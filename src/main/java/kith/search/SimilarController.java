package kith.search;

import java.util.List;
import kith.community.Communities;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is like the title that somebody types, so that they need not wait for an answer that is already there; keeps nothing. */
@Controller
@For(Audience.MEMBERS)
class SimilarController {
    private static final int MOST = 3;
    private static final int SHORTEST = 6;

    private final Communities communities;
    private final Search search;
    private final Limits limits;

    SimilarController(Communities communities, Search search, Limits limits) {
        this.communities = communities;
        this.search = search;
        this.limits = limits;
    }

    /** A list to be put under the field that asked, empty where there is nothing to offer. */
    public record SimilarPage(List<Find> finds) implements Page {}

    @PostMapping("/similar/{slug}")
    Answer create(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String title) {
        var place = communities.find(viewer, slug);
        if (!place.member()) {
            throw new NotHere();
        }
        limits.take(Limit.SIMILAR, viewer.member());
        var words = new Asked(title, Asked.Kind.ALL, "", Asked.Within.EVER, Asked.Answered.EITHER).words();
        return new SimilarPage(words.length() < SHORTEST ? List.of() : search.like(place, words, MOST));
    }
}
