package kith.conversation;

import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Refusals;
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
    private final Doubts doubts;
    private final TopicPages pages;
    private final Limits limits;

    RepliesController(Topics topics, Posts posts, Drafts drafts, Doubts doubts, TopicPages pages, Limits limits) {
        this.topics = topics;
        this.posts = posts;
        this.drafts = drafts;
        this.doubts = doubts;
        this.pages = pages;
        this.limits = limits;
    }

    /** What is typed to reply, with which content note, as whom, and which doubts its writer has seen. */
    public record ReplyForm(String body, String note, String as, String sure) {
        public ReplyForm {
            body = Typed.text(body);
            note = Typed.line(note);
            as = Typed.line(as);
            sure = Typed.line(sure);
        }
    }

    @PostMapping("/topics/{id}/replies")
    Answer create(Viewer viewer, @PathVariable TopicId id, ReplyForm form) {
        var topic = topics.find(viewer, id);
        var desk = pages.desk(topic, form);
        return switch (topic.reply(form.body(), Note.of(form.note()), desk.speaking(), Rules.REPLY)) {
            case Outcome.Published<Reply> published -> {
                var asked = doubts.about(topic, form, desk);
                yield asked.isEmpty()
                        ? add(published.work())
                        : pages.again(topic, form, Refusals.NONE, desk.with(asked));
            }
            case Outcome.Refused<Reply> refused -> pages.again(topic, form, refused.why(), desk);
        };
    }

    private Answer add(Reply reply) {
        var viewer = reply.topic().place().viewer();
        limits.take(Limit.POST, viewer.member());
        var post = posts.add(reply);
        drafts.remove(viewer, DraftKey.reply(reply.topic()));
        return new SeeOther("/posts/" + post, "conversation.published");
    }
}
