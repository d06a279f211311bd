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

/** Taking one's own post back, and bringing it back again. */
@Controller
@For(Audience.MEMBERS)
class WithdrawalController {
    private final Posts posts;
    private final Withdrawals withdrawals;

    WithdrawalController(Posts posts, Withdrawals withdrawals) {
        this.posts = posts;
        this.withdrawals = withdrawals;
    }

    @PostMapping("/posts/{id}/withdrawal")
    Answer create(Viewer viewer, @PathVariable PostId id) {
        var post = posts.find(viewer, id);
        if (!post.mayEdit()) {
            throw new NotHere();
        }
        withdrawals.add(post);
        return new SeeOther(post.path(), "conversation.withdrawn");
    }

    @PostMapping("/posts/{id}/withdrawal/removal")
    Answer destroy(Viewer viewer, @PathVariable PostId id) {
        var post = posts.find(viewer, id);
        if (!post.mayBringBack()) {
            throw new NotHere();
        }
        withdrawals.remove(post);
        return new SeeOther(post.path(), "conversation.brought-back");
    }
}
