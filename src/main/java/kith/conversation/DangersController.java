package kith.conversation;

import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Somebody looked at a post that could harm, and what stands beside it is enough. */
@Controller
@For(Audience.MEMBERS)
class DangersController {
    private final Posts posts;
    private final Corrections corrections;
    private final Dangers dangers;

    DangersController(Posts posts, Corrections corrections, Dangers dangers) {
        this.posts = posts;
        this.corrections = corrections;
        this.dangers = dangers;
    }

    @PostMapping("/posts/{id}/danger/removal")
    Answer destroy(Viewer viewer, @PathVariable PostId id) {
        var post = posts.find(viewer, id);
        if (!corrections.mayCorrect(post)) {
            throw new NotHere();
        }
        dangers.calm(post);
        return new SeeOther(post.path(), "conversation.danger.calm");
    }
}
