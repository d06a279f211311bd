package kith.conversation;

import java.util.List;
import java.util.UUID;
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
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Putting something right beside a post, in kind words and with a source. */
@Controller
class CorrectionsController {
    /** The form beside the post; {@code made} is what is changed, null for a new one, {@code urgent} that somebody waits for a look at the post. */
    public record CorrectionPage(
            Post post, CorrectionForm form, @Nullable Correction made, boolean urgent, Refusals refusals)
            implements Page, InPlace {
        @Override
        public Place place() {
            return post.topic().place();
        }

        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** A correction with what it said before. */
    public record CorrectedPage(Corrections.Beside beside, List<Corrections.Earlier> earlier) implements Page, InPlace {
        @Override
        public Place place() {
            return beside.post().topic().place();
        }
    }

    private final Posts posts;
    private final Corrections corrections;
    private final Dangers dangers;
    private final Limits limits;

    CorrectionsController(Posts posts, Corrections corrections, Dangers dangers, Limits limits) {
        this.posts = posts;
        this.corrections = corrections;
        this.dangers = dangers;
        this.limits = limits;
    }

    @For(Audience.MEMBERS)
    @GetMapping("/posts/{id}/corrections/new")
    Answer new_(Viewer viewer, @PathVariable PostId id) {
        var post = correctable(viewer, id);
        return new CorrectionPage(post, CorrectionForm.EMPTY, null, dangers.waits(post), Refusals.NONE);
    }

    @For(Audience.MEMBERS)
    @PostMapping("/posts/{id}/corrections")
    Answer create(Viewer viewer, @PathVariable PostId id, CorrectionForm form) {
        var post = correctable(viewer, id);
        var refusals = form.refuse();
        if (refusals.any()) {
            return new CorrectionPage(post, form, null, dangers.waits(post), refusals);
        }
        limits.take(Limit.POST, viewer.member());
        dangers.corrected(post, corrections.add(post, form), form.harms());
        return new SeeOther(post.path(), "conversation.correction.added");
    }

    @For(Audience.EVERYONE)
    @GetMapping("/corrections/{id}")
    Answer show(Viewer viewer, @PathVariable UUID id) {
        var beside = corrections.find(viewer, id);
        return new CorrectedPage(beside, corrections.earlier(beside.correction()));
    }

    @For(Audience.MEMBERS)
    @GetMapping("/corrections/{id}/edit")
    Answer edit(Viewer viewer, @PathVariable UUID id) {
        var own = own(viewer, id);
        return new CorrectionPage(
                own.post(), CorrectionForm.of(own.correction()), own.correction(), false, Refusals.NONE);
    }

    @For(Audience.MEMBERS)
    @PostMapping("/corrections/{id}")
    Answer update(
            Viewer viewer, @PathVariable UUID id, CorrectionForm form, @RequestParam(defaultValue = "0") int version) {
        var own = own(viewer, id);
        var refusals = form.refuse();
        if (!refusals.any() && !corrections.edit(own, version, form)) {
            refusals = Refusals.of(Refusal.of("conversation.correction.refused.stale"));
        }
        return refusals.any()
                ? new CorrectionPage(own.post(), form, own.correction(), false, refusals)
                : new SeeOther(own.post().path(), "conversation.correction.changed");
    }

    @For(Audience.MEMBERS)
    @PostMapping("/corrections/{id}/removal")
    Answer destroy(Viewer viewer, @PathVariable UUID id) {
        var own = own(viewer, id);
        corrections.withdraw(own);
        return new SeeOther(own.post().path(), "conversation.correction.withdrawn");
    }

    private Post correctable(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        if (!corrections.mayCorrect(post)) {
            throw new NotHere();
        }
        return post;
    }

    private Corrections.Beside own(Viewer viewer, UUID id) {
        var beside = corrections.find(viewer, id);
        if (!beside.mine() || !beside.post().topic().place().mayWrite()) {
            throw new NotHere();
        }
        return beside;
    }
}
