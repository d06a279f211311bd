package kith.conversation;

import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Replies to a topic. */
@Controller
@For(Audience.MEMBERS)
class RepliesController {
    private final Topics topics;
    private final Posts posts;
    private final Drafts drafts;
    private final TopicPages pages;
    private final Limits limits;

    RepliesController(Topics topics, Posts posts, Drafts drafts, TopicPages pages, Limits limits) {
        this.topics = topics;
        this.posts = posts;
        this.drafts = drafts;
        this.pages = pages;
        this.limits = limits;
    }

    /** What is typed to reply. */
    public record ReplyForm(String body, String as) {
        public ReplyForm {
            body = Typed.text(body);
            as = Typed.line(as);
        }
    }

    @PostMapping("/topics/{id}/replies")
    Answer create(Viewer viewer, @PathVariable TopicId id, ReplyForm form) {
        var topic = topics.find(viewer, id);
        return switch (topic.reply(form.body(), As.of(form.as(), As.NAME), Rules.REPLY)) {
            case Outcome.Published<Reply> published -> {
                limits.take(Limit.POST, viewer.member());
                var post = posts.add(published.work());
                drafts.remove(viewer, DraftKey.reply(topic));
                yield new SeeOther("/posts/" + post, "conversation.published");
            }
            case Outcome.Refused<Reply> refused -> pages.refused(topic, form, refused.why());
        };
    }
}
