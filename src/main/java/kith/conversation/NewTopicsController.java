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
import kith.conversation.TopicsController.TopicForm;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opening a topic. */
@Controller
@For(Audience.MEMBERS)
class NewTopicsController {
    private final Topics topics;
    private final Communities communities;
    private final Sections sections;
    private final Drafts drafts;
    private final Voices voices;
    private final Doubts doubts;
    private final PlacePacks packs;
    private final PostPictures pictures;
    private final Polls polls;
    private final Limits limits;

    NewTopicsController(
            Topics topics,
            Communities communities,
            Sections sections,
            Drafts drafts,
            Voices voices,
            Doubts doubts,
            PlacePacks packs,
            PostPictures pictures,
            Polls polls,
            Limits limits) {
        this.topics = topics;
        this.communities = communities;
        this.sections = sections;
        this.drafts = drafts;
        this.voices = voices;
        this.doubts = doubts;
        this.packs = packs;
        this.pictures = pictures;
        this.polls = polls;
        this.limits = limits;
    }

    /** Where a topic is opened. */
    public record NewTopicPage(
            Place place,
            List<Section> sections,
            Composer<TopicForm> composer,
            PlacePack pack,
            boolean first,
            List<Picture> pictures,
            PollForm poll)
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
                begun.first(),
                begun.draft().isPresent() ? pictures.with(viewer, key) : List.of(),
                PollForm.of(begun.draft().map(Draft::fields).orElse(Map.of())));
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

    @PostMapping("/topics")
    Answer create(Viewer viewer, TopicForm form, @RequestParam Map<String, String> typed) {
        var place = communities.find(viewer, form.community());
        var open = sections.of(place);
        var desk = voices.desk(place).as(form.as());
        var poll = PollForm.of(typed);
        var asks = pictures.ask(viewer, DraftKey.topic(place), typed).and(poll.against(polls.now(), viewer.zone()));
        return switch (Opening.of(place, open, desk.speaking(), form, Rules.TOPIC)
                .and(asks)) {
            case Outcome.Published<Opening> published -> {
                var asked = doubts.about(place, form, desk);
                yield asked.isEmpty()
                        ? open(published.work(), poll)
                        : again(place, form, poll, Refusals.NONE, desk.with(asked));
            }
            case Outcome.Refused<Opening> refused -> again(place, form, poll, refused.why(), desk);
        };
    }

    private Answer open(Opening opening, PollForm poll) {
        var viewer = opening.place().viewer();
        limits.take(Limit.POST, viewer.member());
        var key = DraftKey.topic(opening.place());
        pictures.publish(viewer, key, () -> opened(opening, poll), Opening::post);
        drafts.remove(viewer, key);
        return new SeeOther("/topics/" + opening.id(), "conversation.opened");
    }

    private Opening opened(Opening opening, PollForm poll) {
        var opened = topics.open(opening);
        polls.add(opened, poll);
        return opened;
    }

    private NewTopicPage again(Place place, TopicForm form, PollForm poll, Refusals why, Desk desk) {
        var key = DraftKey.topic(place);
        var composer = new Composer<>(form, why, key, null, desk);
        var brought = pictures.with(place.viewer(), key);
        return new NewTopicPage(place, sections.of(place), composer, packs.of(place), false, brought, poll);
    }
}
