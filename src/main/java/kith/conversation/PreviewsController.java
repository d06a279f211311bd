package kith.conversation;

import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Markdown;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows how words will look before they are published; keeps nothing. */
@Controller
@For(Audience.MEMBERS)
class PreviewsController {
    private final Limits limits;

    PreviewsController(Limits limits) {
        this.limits = limits;
    }

    /** The rendered words alone, to be put into the page that asked. */
    public record PreviewPage(String html) implements Page {}

    /** The words to show. */
    public record PreviewForm(String text) {
        public PreviewForm {
            text = Typed.text(text);
            text = text.substring(0, Math.min(text.length(), 3 * Rule.LONGEST_BODY));
        }
    }

    @PostMapping("/previews")
    Answer create(Viewer viewer, PreviewForm form) {
        limits.take(Limit.PREVIEW, viewer.member());
        return new PreviewPage(Markdown.render(form.text()).html());
    }
}
