package kith.conversation;

import java.util.List;
import java.util.Map;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.community.PlacePack;
import kith.community.PlacePacks;
import kith.community.Section;
import kith.community.SectionId;
import kith.community.Sections;
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

    ConversationsController(
            Communities communities, Sections sections, Topics topics, NewestTopics newest, PlacePacks packs) {
        this.communities = communities;
        this.sections = sections;
        this.topics = topics;
        this.newest = newest;
        this.packs = packs;
    }

    /** The topics of a community, or of one of its sections; {@code further} when this is not the first page. */
    public record ConversationsPage(
            Place place,
            List<Section> sections,
            @Nullable Section section,
            Map<SectionId, Topic> newest,
            List<Topic> pinned,
            Slice<Topic> recent,
            boolean further,
            PlacePack pack)
            implements Page, InPlace {
        public String path() {
            return section == null ? place.path("conversations") : place.path("conversations") + "/" + section.slug();
        }

        public boolean quiet() {
            return pinned.isEmpty() && recent.isEmpty();
        }
    }

    @GetMapping("/conversations/{slug}")
    Answer index(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String after) {
        var place = communities.find(viewer, slug);
        return section == null || section.isEmpty() ? whole(place, after) : part(place, section, after);
    }

    @GetMapping("/conversations/{slug}/{section}")
    Answer show(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable String section,
            @RequestParam(required = false) @Nullable String after) {
        return part(communities.find(viewer, slug), section, after);
    }

    private Answer whole(Place place, @Nullable String after) {
        var first = after == null;
        return new ConversationsPage(
                place,
                sections.of(place),
                null,
                first ? newest.inSections(place) : Map.of(),
                first ? topics.pinned(place) : List.of(),
                topics.recent(place, null, after),
                !first,
                packs.of(place));
    }

    private Answer part(Place place, String slug, @Nullable String after) {
        var section = sections.find(place, slug);
        var pinned = after == null
                ? topics.pinned(place).stream()
                        .filter(topic -> topic.section().id().equals(section.id()))
                        .toList()
                : List.<Topic>of();
        return new ConversationsPage(
                place,
                sections.of(place),
                section,
                Map.of(),
                pinned,
                topics.recent(place, section, after),
                after != null,
                packs.of(place));
    }
}
