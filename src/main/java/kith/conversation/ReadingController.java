package kith.conversation;

import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far somebody has really read: {@code reading.js} says which post was the last on the screen, of the page that was shown up to {@code shown}. */
@Controller
@For(Audience.MEMBERS)
class ReadingController {
    private final Topics topics;
    private final Posts posts;
    private final Readings readings;

    ReadingController(Topics topics, Posts posts, Readings readings) {
        this.topics = topics;
        this.posts = posts;
        this.readings = readings;
    }

    /** Tells the script that it is known. */
    public record MarkedPage() implements Page {}

    @PostMapping("/topics/{id}/reading")
    Answer create(
            Viewer viewer,
            @PathVariable TopicId id,
            @RequestParam PostId post,
            @RequestParam(required = false) @Nullable PostId shown) {
        var topic = topics.find(viewer, id);
        var to = posts.find(topic, post).filter(any -> topic.place().member()).orElseThrow(NotHere::new);
        if (shown == null) {
            readings.advance(to);
        } else {
            readings.comeBack(to, shown);
        }
        return new MarkedPage();
    }
}
