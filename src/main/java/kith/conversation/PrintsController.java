package kith.conversation;

import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A topic on paper: its words, small pictures and polls without what one does with them, in long parts. */
@Controller
class PrintsController {
    private final Topics topics;
    private final Posts posts;
    private final Extra extra;

    PrintsController(Topics topics, Posts posts, Extra extra) {
        this.topics = topics;
        this.posts = posts;
        this.extra = extra;
    }

    /** One part of a topic to print. */
    public record PrintPage(Topic topic, Stretch stretch, Extras extras) implements Page, InPlace {
        @Override
        public Place place() {
            return topic.place();
        }
    }

    @For(Audience.EVERYONE)
    @GetMapping("/topics/{id}/print")
    Answer show(Viewer viewer, @PathVariable TopicId id, @RequestParam(required = false) @Nullable PostId after) {
        var topic = topics.find(viewer, id);
        var stretch = posts.onPaper(topic, after);
        if (stretch.posts().isEmpty()) {
            throw new NotHere();
        }
        return new PrintPage(topic, stretch, extra.onPaper(topic, stretch.posts()));
    }
}
