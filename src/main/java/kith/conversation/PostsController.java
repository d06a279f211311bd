package kith.conversation;

import java.util.List;
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

/** Posts: finding one's place in its topic, and putting one's own words right. */
@Controller
class PostsController {
    private final Posts posts;
    private final Revisions revisions;
    private final Drafts drafts;
    private final Doubts doubts;
    private final Limits limits;

    PostsController(Posts posts, Revisions revisions, Drafts drafts, Doubts doubts, Limits limits) {
        this.posts = posts;
        this.revisions = revisions;
        this.drafts = drafts;
        this.doubts = doubts;
        this.limits = limits;
    }

    /** A post being edited; {@code newer} is what it says by now, where it changed since the writer opened it (409). */
    public record EditPostPage(
            Post post,
            Composer<EditForm> composer,
            @Nullable String newer) implements Page, InPlace {
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
        return page(post, form, Refusals.NONE, draft.orElse(null), List.of());
    }

    @For(Audience.MEMBERS)
    @PostMapping("/posts/{id}")
    Answer update(Viewer viewer, @PathVariable PostId id, EditForm form) {
        var post = own(viewer, id);
        return switch (post.edit(form.version(), form.body(), Rules.EDIT)) {
            case Outcome.Published<Post.Edit> published -> {
                var asked = doubts.about(post, form);
                yield asked.isEmpty() ? replace(published.work(), form) : page(post, form, Refusals.NONE, null, asked);
            }
            case Outcome.Refused<Post.Edit> refused -> page(post, form, refused.why(), null, List.of());
        };
    }

    private Answer replace(Post.Edit edit, EditForm form) {
        var viewer = edit.post().topic().place().viewer();
        limits.take(Limit.POST, viewer.member());
        return revisions.add(edit)
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

    private Answer done(Viewer viewer, Post post) {
        drafts.remove(viewer, DraftKey.edit(post));
        return new SeeOther(post.path(), "conversation.edited");
    }

    /** Shows the newer words beside those just typed, which then replace the newer ones if the writer sends them again. */
    private Answer stale(Viewer viewer, EditForm form, PostId id) {
        var fresh = own(viewer, id);
        var again = new EditForm(form.body(), fresh.version(), form.sure());
        return new EditPostPage(fresh, new Composer<>(again, Refusals.NONE, DraftKey.edit(fresh), null), fresh.html());
    }

    private static Answer page(Post post, EditForm form, Refusals why, @Nullable Draft draft, List<Doubt> asked) {
        var savedAt = draft == null ? null : draft.savedAt();
        return new EditPostPage(
                post, new Composer<>(form, why, DraftKey.edit(post), savedAt, Desk.NONE.with(asked)), null);
    }
}
