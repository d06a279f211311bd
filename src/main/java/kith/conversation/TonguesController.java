package kith.conversation;

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

/** Choosing a language that one reads, and letting go of it. */
@Controller
@For(Audience.MEMBERS)
class TonguesController {
    private final Communities communities;
    private final Tongues tongues;

    TonguesController(Communities communities, Tongues tongues) {
        this.communities = communities;
        this.tongues = tongues;
    }

    @PostMapping("/conversations/{slug}/tongues")
    Answer create(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String language) {
        var place = communities.find(viewer, slug);
        if (!place.member() || !language.isEmpty() && Language.of(language).isEmpty()) {
            throw new NotHere();
        }
        tongues.turn(viewer.member(), language);
        return new SeeOther(place.path("conversations"), "conversation.tongues.done");
    }
}
