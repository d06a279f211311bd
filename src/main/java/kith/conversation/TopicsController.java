package kith.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Pack;
import kith.community.Place;
import kith.community.PlacePack;
import kith.community.PlacePacks;
import kith.community.Section;
import kith.community.Sections;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Topics: reading one, and opening a new one. */
@Controller
class TopicsController {
    private final Topics topics;
    private final TopicPages pages;
    private final Communities communities;
    private final Sections sections;
    private final Drafts drafts;
    private final Voices voices;
    private final Doubts doubts;
    private final PlacePacks packs;
    private final Limits limits;

    TopicsController(
            Topics topics,
            TopicPages pages,
            Communities communities,
            Sections sections,
            Drafts drafts,
            Voices voices,
            Doubts doubts,
            PlacePacks packs,
            Limits limits) {
        this.topics = topics;
        this.pages = pages;
        this.communities = communities;
        this.sections = sections;
        this.drafts = drafts;
        this.voices = voices;
        this.doubts = doubts;
        this.packs = packs;
        this.limits = limits;
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
            Following following)
            implements Page, InPlace {
        @Override
        public Place place() {
            return topic.place();
        }

        @Override
        public int status() {
            return composer.status();
        }

        public List<Voice> voices() {
            return Voice.in(stretch.posts());
        }

        /** How many members without a role speak here. */
        public long peers() {
            return voices().stream()
                    .filter(voice -> !voice.advises() && !voice.hosts())
                    .count();
        }

        public long advisers() {
            return voices().stream().filter(Voice::advises).count();
        }

        /** The names of the hosts who speak here, as one text. */
        public String hosts() {
            return voices().stream().filter(Voice::hosts).map(Voice::name).collect(Collectors.joining(", "));
        }

        /** What of this house a post links to. */
        public List<PostFurther.Way> ways(Post post) {
            return ways.getOrDefault(post.id(), List.of());
        }

        public Gratitude thanks(Post post) {
            return thanks.getOrDefault(post.id(), Gratitude.NONE);
        }
    }

    /** Where a topic is opened. */
    public record NewTopicPage(
            Place place, List<Section> sections, Composer<TopicForm> composer, PlacePack pack, boolean first)
            implements Page, InPlace {
        @Override
        public int status() {
            return composer.status();
        }

        /** The sections to choose from, by slug. */
        public Map<String, String> choices() {
            return sections.stream()
                    .collect(Collectors.toMap(Section::slug, Section::name, (a, b) -> a, LinkedHashMap::new));
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
            @RequestParam(required = false) @Nullable PostId quote) {
        var window = Window.of(after, before, around, newest || quote != null);
        return pages.show(topics.find(viewer, id), window, unread, quote);
    }

    @For(Audience.MEMBERS)
    @GetMapping("/conversations/{slug}/new")
    Answer new_(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String section) {
        var place = communities.find(viewer, slug);
        if (!place.member()) {
            throw new NotHere();
        }
        var key = DraftKey.topic(place);
        var begun = drafts.begun(place, null, key);
        var form = new TopicForm(
                slug,
                section.isEmpty() ? begun.field("section") : section,
                begun.field("title"),
                begun.draft().isEmpty() ? usual(place, section) : begun.field("note"),
                begun.field("wish"),
                begun.field("body"),
                begun.field("as"),
                "",
                begun.field("language"));
        return new NewTopicPage(
                place,
                sections.of(place),
                new Composer<>(
                        form,
                        Refusals.NONE,
                        key,
                        begun.draft().map(Draft::savedAt).orElse(null),
                        begun.desk()),
                packs.of(place),
                begun.first());
    }

    /** The content note with which the pack begins a topic of a section. */
    private String usual(Place place, String section) {
        var pack = packs.of(place).pack();
        return pack.sections().stream()
                .filter(each -> each.slug().equals(section) && each.contentNote() != null)
                .flatMap(each -> pack.contentNote(String.valueOf(each.contentNote())).stream())
                .map(Pack.ContentNote::name)
                .findFirst()
                .orElse("");
    }

    @For(Audience.MEMBERS)
    @PostMapping("/topics")
    Answer create(Viewer viewer, TopicForm form) {
        var place = communities.find(viewer, form.community());
        var open = sections.of(place);
        var desk = voices.desk(place).as(form.as());
        return switch (Opening.of(place, open, desk.speaking(), form, Rules.TOPIC)) {
            case Outcome.Published<Opening> published -> {
                var asked = doubts.about(place, form, desk);
                yield asked.isEmpty() ? open(published.work()) : again(place, form, Refusals.NONE, desk.with(asked));
            }
            case Outcome.Refused<Opening> refused -> again(place, form, refused.why(), desk);
        };
    }

    private Answer open(Opening opening) {
        var viewer = opening.place().viewer();
        limits.take(Limit.POST, viewer.member());
        topics.open(opening);
        drafts.remove(viewer, DraftKey.topic(opening.place()));
        return new SeeOther("/topics/" + opening.id(), "conversation.opened");
    }

    private NewTopicPage again(Place place, TopicForm form, Refusals why, Desk desk) {
        var composer = new Composer<>(form, why, DraftKey.topic(place), null, desk);
        return new NewTopicPage(place, sections.of(place), composer, packs.of(place), false);
    }
}
