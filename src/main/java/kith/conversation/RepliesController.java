package kith.conversation;

import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Replies to a topic. */
@Controller
@For(Audience.MEMBERS)
class RepliesController {
    private final Topics topics;
    private final Posts posts;
    private final Drafts drafts;
    private final Doubts doubts;
    private final TopicPages pages;
    private final PostPictures pictures;
    private final Limits limits;

    RepliesController(
            Topics topics,
            Posts posts,
            Drafts drafts,
            Doubts doubts,
            TopicPages pages,
            PostPictures pictures,
            Limits limits) {
        this.topics = topics;
        this.posts = posts;
        this.drafts = drafts;
        this.doubts = doubts;
        this.pages = pages;
        this.pictures = pictures;
        this.limits = limits;
    }

    /** What is typed to reply, with which content note, as whom, and which doubts its writer has seen. */
    public record ReplyForm(String body, String note, String as, String sure, String language, String answers) {
        public ReplyForm {
            body = Typed.text(body);
            note = Typed.line(note);
            as = Typed.line(as);
            sure = Typed.line(sure);
            language = Typed.line(language);
            answers = Typed.line(answers);
        }
    }

    @PostMapping("/topics/{id}/replies")
    Answer create(Viewer viewer, @PathVariable TopicId id, ReplyForm form, @RequestParam Map<String, String> typed) {
        var topic = topics.find(viewer, id);
        drafts.follow(viewer, id, topic);
        var desk = pages.desk(topic, form);
        var asks = pictures.ask(viewer, DraftKey.reply(topic), typed);
        return switch (topic.reply(form.body(), Note.of(form.note()), desk.speaking(), Rules.REPLY)
                .and(asks)) {
            case Outcome.Published<Reply> published -> {
                var asked = doubts.about(topic, form, desk);
                yield asked.isEmpty()
                        ? add(published.work().in(Manner.read(form.language(), form.answers())))
                        : pages.again(topic, form, Refusals.NONE, desk.with(asked));
            }
            case Outcome.Refused<Reply> refused -> pages.again(topic, form, refused.why(), desk);
        };
    }

    private Answer add(Reply reply) {
        var viewer = reply.topic().place().viewer();
        limits.take(Limit.POST, viewer.member());
        var key = DraftKey.reply(reply.topic());
        var post = pictures.publish(viewer, key, () -> posts.add(reply), added -> added);
        drafts.remove(viewer, key);
        return new SeeOther("/posts/" + post, "conversation.published");
    }
}
