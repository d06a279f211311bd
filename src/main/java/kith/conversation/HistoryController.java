package kith.conversation;

import java.util.List;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a post said before it was edited, for whoever may read the topic. */
@Controller
@For(Audience.EVERYONE)
class HistoryController {
    private final Posts posts;
    private final Revisions revisions;
    private final Notes notes;

    HistoryController(Posts posts, Revisions revisions, Notes notes) {
        this.posts = posts;
        this.revisions = revisions;
        this.notes = notes;
    }

    /** A post and its earlier versions, the latest first. */
    public record HistoryPage(Post post, List<Revisions.Revision> earlier, List<Notes.Noting> notes)
            implements Page, InPlace {
        @Override
        public Place place() {
            return post.topic().place();
        }
    }

    @GetMapping("/posts/{id}/history")
    Answer index(Viewer viewer, @PathVariable PostId id) {
        var post = posts.find(viewer, id);
        return new HistoryPage(post, revisions.of(post), post.standing() ? notes.of(post) : List.of());
    }
}
