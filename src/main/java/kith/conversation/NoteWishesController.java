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

/** Asking the writer of a post, without a name, for a content note; and their leaving it as it is. */
@Controller
@For(Audience.MEMBERS)
class NoteWishesController {
    private final Posts posts;
    private final Notes notes;
    private final Limits limits;

    NoteWishesController(Posts posts, Notes notes, Limits limits) {
        this.posts = posts;
        this.notes = notes;
        this.limits = limits;
    }

    @PostMapping("/posts/{id}/note-wishes")
    Answer create(Viewer viewer, @PathVariable PostId id) {
        var post = posts.find(viewer, id);
        if (!post.mayWishNote()) {
            throw new NotHere();
        }
        limits.take(Limit.NOTE_WISH, viewer.member());
        notes.ask(post);
        return new SeeOther(post.path(), "conversation.note.asked");
    }

    @PostMapping("/posts/{id}/note-wishes/removal")
    Answer destroy(Viewer viewer, @PathVariable PostId id) {
        var post = posts.find(viewer, id);
        if (!post.mayEdit()) {
            throw new NotHere();
        }
        notes.decline(post);
        return new SeeOther(post.path(), "conversation.note.declined");
    }
}
