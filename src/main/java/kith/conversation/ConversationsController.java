package kith.conversation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.community.PlacePack;
import kith.community.PlacePacks;
import kith.community.Rotas;
import kith.community.Section;
import kith.community.SectionId;
import kith.community.Sections;
import kith.community.Watch;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a community talks about: its sections with their newest topics, and the topics that were last active. */
@Controller
@For(Audience.EVERYONE)
class ConversationsController {
    private final Communities communities;
    private final Sections sections;
    private final Topics topics;
    private final NewestTopics newest;
    private final PlacePacks packs;
    private final TopicViews views;
    private final Readings readings;
    private final Tongues tongues;
    private final Rotas rotas;

    ConversationsController(
            Communities communities,
            Sections sections,
            Topics topics,
            NewestTopics newest,
            PlacePacks packs,
            TopicViews views,
            Readings readings,
            Tongues tongues,
            Rotas rotas) {
        this.communities = communities;
        this.sections = sections;
        this.topics = topics;
        this.newest = newest;
        this.packs = packs;
        this.views = views;
        this.readings = readings;
        this.tongues = tongues;
        this.rotas = rotas;
    }

    /** The topics of a community, or of one of its sections, in one view; {@code further} when this is not the first page. */
    public record ConversationsPage(
            Place place,
            List<Section> sections,
            @Nullable Section section,
            View view,
            Map<SectionId, Topic> newest,
            List<Topic> pinned,
            Slice<Topic> recent,
            Map<TopicId, Mark> marks,
            boolean further,
            PlacePack pack,
            Tongued tongues,
            Watch watch)
            implements Page, InPlace {
        public String path() {
            return path(view);
        }

        public String path(View other) {
            var here = place.path("conversations") + (section == null ? "" : "/" + section.slug());
            return other == View.RECENT ? here : here + "?view=" + other.word();
        }

        public List<View> views() {
            return View.in(place);
        }

        /** Whether it shows the community as it opens: greeting, sections, what is pinned. */
        public boolean front() {
            return section == null && view == View.RECENT && !further;
        }

        public boolean quiet() {
            return pinned.isEmpty() && recent.isEmpty();
        }

        public Mark mark(Topic topic) {
            return marks.getOrDefault(topic.id(), Mark.NONE);
        }
    }

    @GetMapping("/conversations/{slug}")
    Answer index(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(required = false) @Nullable String after) {
        var place = communities.find(viewer, slug);
        return section == null || section.isEmpty()
                ? page(place, null, View.of(place, view), after)
                : page(place, sections.find(place, section), View.of(place, view), after);
    }

    @GetMapping("/conversations/{slug}/{section}")
    Answer show(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(required = false) @Nullable String after) {
        var place = communities.find(viewer, slug);
        return page(place, sections.find(place, section), View.of(place, view), after);
    }

    private Answer page(Place place, @Nullable Section section, View view, @Nullable String after) {
        var first = after == null;
        var pinned = first && view == View.RECENT ? pinned(place, section) : List.<Topic>of();
        var spoken = tongues.here(place);
        var topics = views.of(place, section, view, after, spoken.read());
        return new ConversationsPage(
                place,
                sections.of(place),
                section,
                view,
                first && section == null && view == View.RECENT ? newest.inSections(place) : Map.of(),
                pinned,
                topics,
                readings.marks(
                        place,
                        Stream.concat(pinned.stream(), topics.items().stream()).toList()),
                !first,
                packs.of(place),
                spoken,
                first && section == null ? rotas.watch(place) : Watch.NONE);
    }

    private List<Topic> pinned(Place place, @Nullable Section section) {
        return topics.pinned(place).stream()
                .filter(topic -> section == null || topic.section().id().equals(section.id()))
                .toList();
    }
}
