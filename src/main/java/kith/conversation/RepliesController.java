package kith.conversation;

import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Replies to a topic. */
@Controller
@For(Audience.MEMBERS)
class RepliesController {
    private final Topics topics;
    private final Posts posts;
    private final Drafts drafts;
    private final TopicPages pages;
    private final PostPictures pictures;
    private final Limits limits;

    RepliesController(
            Topics topics, Posts posts, Drafts drafts, TopicPages pages, PostPictures pictures, Limits limits) {
        this.topics = topics;
        this.posts = posts;
        this.drafts = drafts;
        this.pages = pages;
        this.pictures = pictures;
        this.limits = limits;
    }

    /** What is typed to reply. */
    public record ReplyForm(String body) {
        public ReplyForm {
            body = Typed.text(body);
        }
    }

    @PostMapping("/topics/{id}/replies")
    Answer create(Viewer viewer, @PathVariable TopicId id, ReplyForm form, @RequestParam Map<String, String> typed) {
        var topic = topics.find(viewer, id);
        var key = DraftKey.reply(topic);
        return switch (topic.reply(form.body(), Rules.REPLY).and(pictures.ask(viewer, key, typed))) {
            case Outcome.Published<Reply> published -> {
                limits.take(Limit.POST, viewer.member());
                var post = pictures.publish(viewer, key, () -> posts.add(published.work()), added -> added);
                drafts.remove(viewer, key);
                yield new SeeOther("/posts/" + post, "conversation.published");
            }
            case Outcome.Refused<Reply> refused -> pages.refused(topic, form, refused.why());
        };
    }
}
