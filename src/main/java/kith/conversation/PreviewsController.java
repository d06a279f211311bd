package kith.conversation;

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
    /** The rendered words alone, to be put into the page that asked. */
    public record PreviewPage(String html) implements Page {}

    @PostMapping("/previews")
    Answer create(Viewer viewer, RepliesController.ReplyForm form) {
        var body = form.body();
        var most = Math.min(body.length(), 3 * Rule.LONGEST_BODY);
        return new PreviewPage(Markdown.render(body.substring(0, most)).html());
    }
}
