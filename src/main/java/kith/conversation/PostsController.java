package kith.conversation;

import java.util.List;
import java.util.Map;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Posts: finding one's place in its topic, and putting one's own words right. */
@Controller
class PostsController {
    private final Posts posts;
    private final Revisions revisions;
    private final Drafts drafts;
    private final PostPictures pictures;
    private final Doubts doubts;
    private final Limits limits;

    PostsController(
            Posts posts, Revisions revisions, Drafts drafts, PostPictures pictures, Doubts doubts, Limits limits) {
        this.posts = posts;
        this.revisions = revisions;
        this.drafts = drafts;
        this.pictures = pictures;
        this.doubts = doubts;
        this.limits = limits;
    }

    /** A post being edited; {@code newer} is what it says by now, where it changed since the writer opened it (409). */
    public record EditPostPage(
            Post post,
            Composer<EditForm> composer,
            @Nullable String newer,
            List<Picture> pictures) implements Page, InPlace {
        @Override
        public Place place() {
            return post.topic().place();
        }

        @Override
        public int status() {
            return newer == null ? composer.status() : 409;
        }
    }

    /** New words for a post, the version that they replace, and which doubts their writer has seen. */
    public record EditForm(String body, int version, String sure) {
        public EditForm {
            body = Typed.text(body);
            sure = Typed.line(sure);
        }
    }

    @For(Audience.EVERYONE)
    @GetMapping("/posts/{id}")
    Answer show(Viewer viewer, @PathVariable PostId id) {
        var topic = posts.find(viewer, id).topic();
        var page = topic.replies() < Posts.PAGE ? topic.path() : topic.path() + "?around=" + id;
        return new SeeOther(page + "#post-" + id);
    }

    @For(Audience.MEMBERS)
    @GetMapping("/posts/{id}/edit")
    Answer edit(Viewer viewer, @PathVariable PostId id) {
        var post = own(viewer, id);
        var draft = drafts.find(viewer, DraftKey.edit(post));
        var form = new EditForm(draft.map(d -> d.field("body")).orElse(post.body()), post.version(), "");
        return page(viewer, post, form, Refusals.NONE, draft.orElse(null), List.of());
    }

    @For(Audience.MEMBERS)
    @PostMapping("/posts/{id}")
    Answer update(Viewer viewer, @PathVariable PostId id, EditForm form, @RequestParam Map<String, String> typed) {
        var post = own(viewer, id);
        var asked = pictures.ask(viewer, DraftKey.edit(post), typed);
        return switch (post.edit(form.version(), form.body(), Rules.EDIT).and(asked)) {
            case Outcome.Published<Post.Edit> published -> {
                var doubted = doubts.about(post, form);
                yield doubted.isEmpty()
                        ? replace(published.work(), form)
                        : page(viewer, post, form, Refusals.NONE, null, doubted);
            }
            case Outcome.Refused<Post.Edit> refused -> page(viewer, post, form, refused.why(), null, List.of());
        };
    }

    private Answer replace(Post.Edit edit, EditForm form) {
        var viewer = edit.post().topic().place().viewer();
        limits.take(Limit.POST, viewer.member());
        return change(viewer, edit)
                ? done(viewer, edit.post())
                : stale(viewer, form, edit.post().id());
    }

    private Post own(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        if (!post.mayEdit()) {
            throw new NotHere();
        }
        return post;
    }

    private boolean change(Viewer viewer, Post.Edit edit) {
        var post = edit.post();
        return pictures.publish(
                viewer, DraftKey.edit(post), () -> revisions.add(edit), added -> added ? post.id() : null);
    }

    private Answer done(Viewer viewer, Post post) {
        drafts.remove(viewer, DraftKey.edit(post));
        return new SeeOther(post.path(), "conversation.edited");
    }

    /** Shows the newer words beside those just typed, which then replace the newer ones if the writer sends them again. */
    private Answer stale(Viewer viewer, EditForm form, PostId id) {
        var fresh = own(viewer, id);
        var again = new EditForm(form.body(), fresh.version(), form.sure());
        var key = DraftKey.edit(fresh);
        var brought = pictures.with(viewer, key);
        return new EditPostPage(fresh, new Composer<>(again, Refusals.NONE, key, null), fresh.html(), brought);
    }

    private Answer page(
            Viewer viewer, Post post, EditForm form, Refusals why, @Nullable Draft draft, List<Doubt> asked) {
        var savedAt = draft == null ? null : draft.savedAt();
        var key = DraftKey.edit(post);
        var composer = new Composer<>(form, why, key, savedAt, Desk.NONE.with(asked));
        return new EditPostPage(post, composer, null, pictures.with(viewer, key));
    }
}
