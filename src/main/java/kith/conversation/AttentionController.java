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

/** Following a topic, muting it, or neither. */
@Controller
@For(Audience.MEMBERS)
class AttentionController {
    private final Topics topics;
    private final Readings readings;

    AttentionController(Topics topics, Readings readings) {
        this.topics = topics;
        this.readings = readings;
    }

    @PostMapping("/topics/{id}/attention")
    Answer create(Viewer viewer, @PathVariable TopicId id, @RequestParam(defaultValue = "") String attention) {
        var topic = topics.find(viewer, id);
        var wanted =
                Attention.of(attention).filter(any -> topic.place().member()).orElseThrow(NotHere::new);
        readings.attend(topic, wanted);
        return new SeeOther(topic.path() + "?unread=true", "conversation.attention." + wanted.word() + ".done");
    }
}
