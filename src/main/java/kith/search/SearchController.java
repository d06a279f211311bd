package kith.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.People;
import kith.community.Person;
import kith.community.Place;
import kith.community.Section;
import kith.community.Sections;
import kith.conversation.Language;
import kith.conversation.Tongues;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looking for something in a community. What is typed is sent in a form and comes back sealed in the address. */
@Controller
@For(Audience.MEMBERS)
class SearchController {
    private static final int PEOPLE = 3;

    private final Communities communities;
    private final Sections sections;
    private final People people;
    private final Search search;
    private final SealedQuestions sealed;
    private final Tongues tongues;
    private final Limits limits;

    SearchController(
            Communities communities,
            Sections sections,
            People people,
            Search search,
            SealedQuestions sealed,
            Tongues tongues,
            Limits limits) {
        this.communities = communities;
        this.sections = sections;
        this.people = people;
        this.search = search;
        this.sealed = sealed;
        this.tongues = tongues;
        this.limits = limits;
    }

    /** The form and, where something was asked, what was found; {@code path} leads here again. */
    public record SearchPage(
            Place place, Asked asked, List<Section> sections, Found found, String path, boolean later, Set<String> read)
            implements Page, InPlace {
        /** The names of the languages in which conversations are looked for, empty for all. */
        public String languages() {
            return read.stream().map(Language::name).collect(Collectors.joining(", "));
        }

        /** The sections to choose from, by slug, with none at first. */
        public Map<String, String> choices(String any) {
            var choices = new LinkedHashMap<String, String>();
            choices.put("", any);
            sections.forEach(section -> choices.put(section.slug(), section.name()));
            return choices;
        }
    }

    /** What is typed and chosen. */
    public record SearchForm(
            @Nullable String words,
            @Nullable String kind,
            @Nullable String section,
            @Nullable String within,
            @Nullable String answered) {
        Asked asked() {
            return new Asked(
                    words == null ? "" : words,
                    Asked.choice(kind, Asked.Kind.ALL),
                    section == null || !section.matches("[a-z0-9-]{1,80}") ? "" : section,
                    Asked.choice(within, Asked.Within.EVER),
                    Asked.choice(answered, Asked.Answered.EITHER));
        }
    }

    @GetMapping("/search/{slug}")
    Answer index(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String asked,
            @RequestParam(required = false) @Nullable String after) {
        var place = communities.find(viewer, slug);
        var open = sections.of(place);
        var wish = sealed.open(place, asked);
        var read = tongues.of(place);
        if (wish.nothing()) {
            return new SearchPage(place, wish, open, Found.nothing(List.of()), place.path("search"), false, read);
        }
        limits.take(Limit.SEARCH, viewer.member());
        return new SearchPage(
                place,
                wish,
                open,
                found(place, wish, open, after),
                place.path("search") + "?asked=" + asked,
                after != null,
                read);
    }

    @PostMapping("/search/{slug}")
    Answer create(Viewer viewer, @PathVariable String slug, SearchForm form) {
        var place = communities.find(viewer, slug);
        var asked = form.asked();
        var path = place.path("search");
        return new SeeOther(asked.nothing() ? path : path + "?asked=" + sealed.close(place, asked), null);
    }

    private Found found(Place place, Asked asked, List<Section> open, @Nullable String after) {
        var section = open.stream()
                .filter(each -> each.slug().equals(asked.section()))
                .findFirst()
                .map(Section::id)
                .orElse(null);
        var found = search.find(place, asked, section, after);
        return after == null && asked.people() && place.member() ? found.with(people(place, asked)) : found;
    }

    private List<Person> people(Place place, Asked asked) {
        var found = people.search(place, null, asked.words(), "").items();
        return asked.kind() == Asked.Kind.PEOPLE
                ? found
                : found.stream().limit(PEOPLE).toList();
    }
}
