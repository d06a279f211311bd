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

/** What kind of reply who opened a topic hopes for. */
@Controller
@For(Audience.MEMBERS)
class WishesController {
    private final Topics topics;

    WishesController(Topics topics) {
        this.topics = topics;
    }

    @PostMapping("/topics/{id}/wish")
    Answer update(Viewer viewer, @PathVariable TopicId id, @RequestParam(defaultValue = "") String wish) {
        var topic = topics.find(viewer, id);
        if (!topic.mine() || !topic.place().mayWrite()) {
            throw new NotHere();
        }
        topics.wish(topic, Wish.of(wish));
        return new SeeOther(topic.path(), "conversation.wish.kept");
    }
}
