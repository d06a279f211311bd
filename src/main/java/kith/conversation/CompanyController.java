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

/** A host says that they read along in a topic now, and that they do no more; it ends by itself. Nobody else is ever shown as present. */
@Controller
@For(Audience.MEMBERS)
class CompanyController {
    private final Topics topics;

    CompanyController(Topics topics) {
        this.topics = topics;
    }

    @PostMapping("/topics/{id}/company")
    Answer create(Viewer viewer, @PathVariable TopicId id) {
        var topic = hosted(viewer, id);
        topics.accompany(topic);
        return new SeeOther(topic.path(), "conversation.company.begun");
    }

    @PostMapping("/topics/{id}/company/removal")
    Answer destroy(Viewer viewer, @PathVariable TopicId id) {
        var topic = hosted(viewer, id);
        topics.leaveAlone(topic);
        return new SeeOther(topic.path(), "conversation.company.ended");
    }

    private Topic hosted(Viewer viewer, TopicId id) {
        var topic = topics.find(viewer, id);
        if (!topic.place().hosts()) {
            throw new NotHere();
        }
        return topic;
    }
}
