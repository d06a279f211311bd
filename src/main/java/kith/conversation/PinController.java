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

/** Keeping a topic at the top of its community, by a manager. */
@Controller
@For(Audience.MEMBERS)
class PinController {
    private final Topics topics;

    PinController(Topics topics) {
        this.topics = topics;
    }

    @PostMapping("/topics/{id}/pin")
    Answer create(Viewer viewer, @PathVariable TopicId id) {
        return pin(viewer, id, true, "conversation.pinned");
    }

    @PostMapping("/topics/{id}/pin/removal")
    Answer destroy(Viewer viewer, @PathVariable TopicId id) {
        return pin(viewer, id, false, "conversation.unpinned");
    }

    private Answer pin(Viewer viewer, TopicId id, boolean pinned, String notice) {
        var topic = topics.find(viewer, id);
        if (!topic.mayPin()) {
            throw new NotHere();
        }
        topics.pin(topic, pinned);
        return new SeeOther(topic.path(), notice);
    }
}
