package kith.conversation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.community.InPlace;
import kith.community.Place;
import kith.community.PlacePack;
import kith.identity.Viewer;
import kith.notification.Told;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.ByItself;
import kith.page.For;
import kith.page.Page;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Reading a topic. */
@Controller
class TopicsController {
    private final Topics topics;
    private final TopicPages pages;
    private final Drafts drafts;

    TopicsController(Topics topics, TopicPages pages, Drafts drafts) {
        this.topics = topics;
        this.pages = pages;
        this.drafts = drafts;
    }

    /** A topic with one stretch of its posts. */
    public record TopicPage(
            Topic topic,
            Stretch stretch,
            Map<PostId, Gratitude> thanks,
            Map<PostId, List<PostFurther.Way>> ways,
            Composer<RepliesController.ReplyForm> composer,
            PlacePack pack,
            List<Helps.Highlight> highlights,
            boolean first,
            Following following,
            Extras extras,
            List<TopicFurther.Way> further)
            implements Page, InPlace, Told {
        @Override
        public Place place() {
            return topic.place();
        }

        @Override
        public UUID thread() {
            return topic.id().value();
        }

        @Override
        public int status() {
            return composer.status();
        }

        public Company company() {
            return new Company(Voice.in(stretch.posts()));
        }

        /** What of this house a post links to. */
        public List<PostFurther.Way> ways(Post post) {
            return ways.getOrDefault(post.id(), List.of());
        }

        public Gratitude thanks(Post post) {
            return thanks.getOrDefault(post.id(), Gratitude.NONE);
        }
    }

    /** Who speaks on a page. */
    public record Company(List<Voice> voices) {
        /** How many members without a role. */
        public long peers() {
            return voices.stream()
                    .filter(voice -> !voice.advises() && !voice.hosts())
                    .count();
        }

        public long advisers() {
            return voices.stream().filter(Voice::advises).count();
        }

        /** The names of the hosts, as one text. */
        public String hosts() {
            return voices.stream().filter(Voice::hosts).map(Voice::name).collect(Collectors.joining(", "));
        }
    }

    /** What is typed to open a topic; {@code section} is a slug, {@code note} a content note. */
    public record TopicForm(
            String community,
            String section,
            String title,
            String note,
            String wish,
            String body,
            String as,
            String sure,
            String language) {
        public TopicForm {
            community = Typed.line(community);
            section = Typed.line(section);
            title = Typed.line(title);
            note = Typed.line(note);
            wish = Typed.line(wish);
            body = Typed.text(body);
            language = Typed.line(language);
            as = Typed.line(as);
            sure = Typed.line(sure);
        }

        Map<String, String> fields() {
            return Map.of(
                    "section",
                    section,
                    "title",
                    title,
                    "note",
                    note,
                    "wish",
                    wish,
                    "body",
                    body,
                    "as",
                    as,
                    "language",
                    language);
        }
    }

    @For(Audience.EVERYONE)
    @GetMapping("/topics/{id}")
    Answer show(
            Viewer viewer,
            @PathVariable TopicId id,
            @RequestParam(required = false) @Nullable PostId after,
            @RequestParam(required = false) @Nullable PostId before,
            @RequestParam(required = false) @Nullable PostId around,
            @RequestParam(defaultValue = "false") boolean newest,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable PostId quote,
            @RequestHeader(name = ByItself.HEADER, required = false) @Nullable String byItself) {
        var topic = topics.find(viewer, id);
        if (!topic.id().equals(id)) {
            drafts.follow(viewer, id, topic);
            return new SeeOther(topic.path());
        }
        var window = Window.of(after, before, around, newest || quote != null);
        return pages.show(topic, window, unread, quote, byItself != null);
    }
}
