package kith.conversation;

import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** “This helped”, said by who opened the topic, and taking it back. */
@Controller
@For(Audience.MEMBERS)
class HelpsController {
    private final Posts posts;
    private final Helps helps;
    private final Limits limits;

    HelpsController(Posts posts, Helps helps, Limits limits) {
        this.posts = posts;
        this.helps = helps;
        this.limits = limits;
    }

    @PostMapping("/posts/{id}/help")
    Answer create(Viewer viewer, @PathVariable PostId id) {
        return mark(viewer, id, true);
    }

    @PostMapping("/posts/{id}/help/removal")
    Answer destroy(Viewer viewer, @PathVariable PostId id) {
        return mark(viewer, id, false);
    }

    private Answer mark(Viewer viewer, PostId id, boolean helped) {
        var post = posts.find(viewer, id);
        if (!post.mayHelp()) {
            throw new NotHere();
        }
        limits.take(Limit.THANKS, viewer.member());
        helps.mark(post, helped);
        return new SeeOther(post.path());
    }
}
