package kith.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kith.community.Communities;
import kith.community.Country;
import kith.community.InPlace;
import kith.community.Pack;
import kith.community.Place;
import kith.community.PlacePacks;
import kith.community.Rotas;
import kith.community.Section;
import kith.community.Sections;
import kith.community.Watch;
import kith.conversation.Doubt;
import kith.conversation.Identifiers;
import kith.conversation.Leads;
import kith.conversation.TopicId;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The questions of a community, and asking one. */
@Controller
@For(Audience.MEMBERS)
class QuestionsController {
    private final Questions questions;
    private final Communities communities;
    private final Sections sections;
    private final PlacePacks packs;
    private final Rotas rotas;
    private final Sketches sketches;
    private final Identifiers identifiers;
    private final Leads leads;
    private final Limits limits;
    private final Clock clock;

    QuestionsController(
            Questions questions,
            Communities communities,
            Sections sections,
            PlacePacks packs,
            Rotas rotas,
            Sketches sketches,
            Identifiers identifiers,
            Leads leads,
            Limits limits,
            Clock clock) {
        this.questions = questions;
        this.communities = communities;
        this.sections = sections;
        this.packs = packs;
        this.rotas = rotas;
        this.sketches = sketches;
        this.identifiers = identifiers;
        this.leads = leads;
        this.limits = limits;
        this.clock = clock;
    }

    /** What was asked: one's own, what waits, and what was answered. */
    public record QuestionsPage(
            Place place,
            List<Question> mine,
            List<Question> waiting,
            Slice<Question> answered,
            List<Section> sections,
            String section,
            Watch watch,
            boolean first,
            Instant now)
            implements Page, InPlace {
        /** Whether the viewer advises or manages here, and so may see what answers are made of. */
        public boolean advises() {
            return place.manages() || Question.advises(place);
        }
    }

    /** Where a question is asked. */
    public record AskPage(
            Place place,
            AskForm form,
            Refusals refusals,
            List<Doubt> doubts,
            String sure,
            List<Section> sections,
            Instant due,
            boolean working,
            Watch watch,
            Pack.CrisisHelp urgent,
            @Nullable Instant savedAt,
            @Nullable Origin origin)
            implements Page, InPlace {
        @Override
        public int status() {
            return doubts.isEmpty() ? refusals.status() : 422;
        }

        public Map<String, String> choices() {
            return sections.stream()
                    .collect(Collectors.toMap(Section::slug, Section::name, (a, b) -> a, LinkedHashMap::new));
        }
    }

    @GetMapping("/questions/{slug}")
    @For(Audience.EVERYONE)
    Answer index(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String after) {
        var place = communities.find(viewer, slug);
        var first = after.isEmpty();
        var chosen = section.isEmpty() ? null : sections.find(place, section);
        return new QuestionsPage(
                place,
                first && chosen == null ? questions.mine(place) : List.of(),
                first && chosen == null ? questions.waiting(place) : List.of(),
                questions.answered(place, chosen, after),
                sections.of(place),
                section,
                rotas.watch(place),
                first,
                clock.instant());
    }

    @GetMapping("/questions/{slug}/new")
    Answer new_(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(required = false) @Nullable TopicId topic) {
        var place = asker(viewer, slug);
        var origin = origin(place, topic, false);
        var kept = sketches.find(viewer, key(place, origin));
        var fresh = origin == null ? Map.of("section", section) : origin.fields();
        var form = AskForm.of(kept.map(Sketches.Sketch::fields).orElse(fresh));
        var linked = kept.map(Sketches.Sketch::fields)
                .map(fields -> fields.containsKey("linked"))
                .orElse(false);
        return page(
                place,
                form,
                Refusals.NONE,
                List.of(),
                kept.map(Sketches.Sketch::savedAt).orElse(null),
                origin == null ? null : new Origin(origin.topic(), origin.body(), linked));
    }

    @PostMapping("/questions/{slug}")
    Answer create(
            Viewer viewer,
            @PathVariable String slug,
            AskForm form,
            @RequestParam(required = false) @Nullable TopicId topic,
            @RequestParam(defaultValue = "false") boolean linked) {
        var place = asker(viewer, slug);
        var origin = origin(place, topic, linked);
        var open = sections.of(place);
        var refusals = form.refusals();
        var section =
                open.stream().filter(each -> each.slug().equals(form.section())).findFirst();
        if (section.isEmpty()) {
            refusals = refusals.and(Refusals.of(Refusal.in("section", "advice.refused.section")));
        }
        if (!place.mayWrite()) {
            refusals = refusals.and(Refusals.of(Refusal.of("advice.refused.standing")));
        }
        if (origin != null) {
            refusals = refusals.and(origin.against(form));
        }
        var doubts = identifiers.in(
                place, form.anonymous(), form.sure(), Map.of("title", form.title(), "body", form.body()));
        if (refusals.any() || !doubts.isEmpty()) {
            sketches.type(viewer, key(place, origin), form.fields(linked));
            return page(place, form, refusals, refusals.any() ? List.of() : doubts, null, origin);
        }
        limits.take(Limit.POST, viewer.member());
        var id = questions.ask(place, section.orElseThrow(), form);
        if (linked && origin != null) {
            leads.lead(origin.topic(), "/question/" + id);
        }
        sketches.remove(viewer, key(place, origin));
        return new SeeOther("/question/" + id, "advice.asked");
    }

    /** The asker's own conversation of this place; nobody else's is there. */
    private @Nullable Origin origin(Place place, @Nullable TopicId topic, boolean linked) {
        if (topic == null) {
            return null;
        }
        var beginning = leads.own(place.viewer(), topic);
        if (!beginning.topic().place().community().id().equals(place.community().id())) {
            throw new NotHere();
        }
        return new Origin(beginning.topic(), beginning.body(), linked);
    }

    private static String key(Place place, @Nullable Origin origin) {
        return origin == null ? "ask:" + place.community().slug() : origin.key();
    }

    private AskPage page(
            Place place,
            AskForm form,
            Refusals refusals,
            List<Doubt> doubts,
            @Nullable Instant savedAt,
            @Nullable Origin origin) {
        var pack = packs.of(place).pack();
        return new AskPage(
                place,
                form,
                refusals,
                doubts,
                Identifiers.sure(form.sure(), doubts),
                sections.of(place),
                questions.promised(place),
                pack.promises().working("question"),
                rotas.watch(place),
                pack.crisisHelp(Country.chosen("", place.viewer().zone())),
                savedAt,
                origin);
    }

    private Place asker(Viewer viewer, String slug) {
        var place = communities.find(viewer, slug);
        if (!place.member()) {
            throw new NotHere();
        }
        return place;
    }
}
