package kith.conversation;

import java.util.List;
import kith.community.InPlace;
import kith.community.Pack;
import kith.community.Place;
import kith.community.PlacePacks;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The content note of a post: by its writer, or by who hosts there. */
@Controller
@For(Audience.MEMBERS)
class NotesController {
    private final Posts posts;
    private final Notes notes;
    private final PlacePacks packs;
    private final Limits limits;

    NotesController(Posts posts, Notes notes, PlacePacks packs, Limits limits) {
        this.posts = posts;
        this.notes = notes;
        this.packs = packs;
        this.limits = limits;
    }

    /** A post and the notes to choose from. */
    public record NotePage(Post post, List<Pack.ContentNote> vocabulary) implements Page, InPlace {
        @Override
        public Place place() {
            return post.topic().place();
        }
    }

    @GetMapping("/posts/{id}/note")
    Answer edit(Viewer viewer, @PathVariable PostId id) {
        var post = noted(viewer, id);
        return new NotePage(post, packs.of(post.topic().place()).pack().contentNotes());
    }

    @PostMapping("/posts/{id}/note")
    Answer update(Viewer viewer, @PathVariable PostId id, @RequestParam(defaultValue = "") List<String> note) {
        var post = noted(viewer, id);
        limits.take(Limit.POST, viewer.member());
        notes.put(post, Note.of(String.join(",", note)));
        return new SeeOther(post.path(), "conversation.note.kept");
    }

    private Post noted(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        if (!post.mayNote()) {
            throw new NotHere();
        }
        return post;
    }
}
