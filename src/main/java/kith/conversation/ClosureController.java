package kith.conversation;

import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Closing a topic to further replies, by who opened it or who hosts there, and opening it again. */
@Controller
@For(Audience.MEMBERS)
class ClosureController {
    private final Topics topics;

    ClosureController(Topics topics) {
        this.topics = topics;
    }

    @PostMapping("/topics/{id}/closure")
    Answer create(Viewer viewer, @PathVariable TopicId id, @RequestParam(defaultValue = "false") boolean thankful) {
        var topic = closable(viewer, id);
        topics.close(topic, thankful);
        return new SeeOther(topic.path(), "conversation.closed");
    }

    @PostMapping("/topics/{id}/closure/removal")
    Answer destroy(Viewer viewer, @PathVariable TopicId id) {
        var topic = closable(viewer, id);
        topics.reopen(topic);
        return new SeeOther(topic.path(), "conversation.reopened");
    }

    private Topic closable(Viewer viewer, TopicId id) {
        var topic = topics.find(viewer, id);
        if (!topic.mayClose()) {
            throw new NotHere();
        }
        return topic;
    }
}
