package kith.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own drafts: kept while typing by {@code draft.js}, or by a button without it. */
@Controller
@For(Audience.MEMBERS)
class DraftsController {
    private final Drafts drafts;
    private final PostPictures pictures;
    private final Limits limits;

    DraftsController(Drafts drafts, PostPictures pictures, Limits limits) {
        this.drafts = drafts;
        this.pictures = pictures;
        this.limits = limits;
    }

    /** The drafts of the person asking, the latest first. */
    public record DraftsPage(List<Draft> drafts) implements Page {}

    /** Tells the script that the draft is safe. */
    public record SavedPage() implements Page {}

    /** Whatever a composer holds, and the place it belongs to. */
    public record DraftForm(
            String key,
            String section,
            String title,
            String note,
            String wish,
            String body,
            String as,
            String language,
            String answers) {
        public DraftForm {
            key = Typed.line(key);
            section = cut(Typed.line(section), 200);
            title = cut(Typed.line(title), 500);
            note = cut(Typed.line(note), 500);
            language = cut(Typed.line(language), 20);
            answers = cut(Typed.line(answers), 40);
            wish = cut(Typed.line(wish), 20);
            as = cut(Typed.line(as), 20);
            // More than a post may hold: what is too long to publish is still not lost.
            body = cut(Typed.text(body), 3 * Rule.LONGEST_BODY);
        }

        private static String cut(String text, int most) {
            return text.length() > most ? text.substring(0, most) : text;
        }

        boolean isEmpty() {
            return title.isBlank() && body.isBlank();
        }

        Map<String, String> fields() {
            return Map.of(
                    "section",
                    section,
                    "title",
                    title,
                    "note",
                    note,
                    "wish",
                    wish,
                    "body",
                    body,
                    "as",
                    as,
                    "language",
                    language,
                    "answers",
                    answers);
        }
    }

    @GetMapping("/drafts")
    Answer index(Viewer viewer) {
        return new DraftsPage(drafts.of(viewer));
    }

    /** Keeps a draft; a script, which fetches and does not navigate, gets a word for it, a button the composer again. */
    @PostMapping("/drafts")
    Answer create(
            Viewer viewer,
            DraftForm form,
            @RequestParam Map<String, String> typed,
            @RequestHeader(name = "Sec-Fetch-Dest", defaultValue = "document") String fetchedFor) {
        var key = new DraftKey(form.key());
        if (form.isEmpty() && pictures.with(viewer, key).isEmpty()) {
            drafts.remove(viewer, key);
        } else {
            limits.take(Limit.DRAFT, viewer.member());
            var fields = new HashMap<>(form.fields());
            fields.putAll(PollForm.of(typed).fields());
            drafts.keep(viewer, key, fields);
            pictures.describe(viewer, key, Captions.of(typed), false);
        }
        return fetchedFor.equals("empty") ? new SavedPage() : onward(key, typed.containsKey("pictures"));
    }

    private static SeeOther onward(DraftKey key, boolean toPictures) {
        return toPictures ? new SeeOther(key.pictures()) : new SeeOther(key.path(), "conversation.draft.kept");
    }

    @PostMapping("/drafts/{key}/removal")
    Answer destroy(Viewer viewer, @PathVariable String key) {
        drafts.remove(viewer, new DraftKey(key));
        return new SeeOther("/drafts", "conversation.draft.removed");
    }
}
