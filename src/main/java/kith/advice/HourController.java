package kith.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kith.community.InPlace;
import kith.community.Place;
import kith.community.Section;
import kith.community.Sections;
import kith.conversation.Doubt;
import kith.conversation.Identifiers;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One hour: its questions in the order of support, asking into it, and calling it off. */
@Controller
@For(Audience.MEMBERS)
class HourController {
    private final Hours hours;
    private final Sections sections;
    private final Identifiers identifiers;
    private final Limits limits;
    private final Clock clock;

    HourController(Hours hours, Sections sections, Identifiers identifiers, Limits limits, Clock clock) {
        this.hours = hours;
        this.sections = sections;
        this.identifiers = identifiers;
        this.limits = limits;
        this.clock = clock;
    }

    /** An hour and what is asked into it. */
    public record HourPage(
            Place place,
            Hour hour,
            List<Hour.Gathered> gathered,
            List<Section> sections,
            AskForm form,
            Refusals refusals,
            List<Doubt> doubts,
            String sure,
            Instant now)
            implements Page, InPlace {
        @Override
        public int status() {
            return doubts.isEmpty() ? refusals.status() : 422;
        }

        public boolean full() {
            return gathered.size() >= hour.most();
        }

        /** Whether the viewer may ask into it, or has just tried to. */
        public boolean asks() {
            return hour.open(now) && place.member() && !hour.mine() && (!full() || status() != 200);
        }

        public Map<String, String> choices() {
            return sections.stream()
                    .collect(Collectors.toMap(Section::slug, Section::name, (a, b) -> a, LinkedHashMap::new));
        }
    }

    @GetMapping("/hour/{id}")
    @For(Audience.EVERYONE)
    Answer show(Viewer viewer, @PathVariable QuestionId id) {
        return page(hours.find(viewer, id.value()), AskForm.of(Map.of()), Refusals.NONE, List.of());
    }

    @PostMapping("/hour/{id}/questions")
    Answer create(Viewer viewer, @PathVariable QuestionId id, AskForm typed) {
        var hour = hours.find(viewer, id.value());
        var place = hour.place();
        if (!place.member() || hour.mine()) {
            throw new NotHere();
        }
        var form = new AskForm(
                typed.section(), typed.title(), typed.body(), "all", typed.as(), typed.language(), typed.sure());
        var section = sections.of(place).stream()
                .filter(each -> each.slug().equals(form.section()))
                .findFirst();
        var refusals = form.refusals();
        if (section.isEmpty()) {
            refusals = refusals.and(Refusals.of(Refusal.in("section", "advice.refused.section")));
        }
        if (!place.mayWrite()) {
            refusals = refusals.and(Refusals.of(Refusal.of("advice.refused.standing")));
        }
        if (!hour.open(clock.instant())) {
            refusals = refusals.and(Refusals.of(Refusal.of("advice.hour.refused.over")));
        }
        var doubts = identifiers.in(
                place, form.anonymous(), form.sure(), Map.of("title", form.title(), "body", form.body()));
        if (refusals.any() || !doubts.isEmpty()) {
            return page(hour, form, refusals, refusals.any() ? List.of() : doubts);
        }
        limits.take(Limit.POST, viewer.member());
        return hours.ask(hour, section.orElseThrow(), form)
                .<Answer>map(asked -> new SeeOther(hour.path(), "advice.hour.asked"))
                .orElseGet(() -> page(hour, form, Refusals.of(Refusal.of("advice.hour.refused.full")), List.of()));
    }

    /** Called off: what was asked stays an ordinary question with its promise. */
    @PostMapping("/hour/{id}/removal")
    Answer destroy(Viewer viewer, @PathVariable QuestionId id) {
        var hour = hours.find(viewer, id.value());
        if (!hour.mayEnd(clock.instant())) {
            throw new NotHere();
        }
        hours.callOff(hour);
        return new SeeOther(hour.path(), "advice.hour.called-off");
    }

    private HourPage page(Hour hour, AskForm form, Refusals refusals, List<Doubt> doubts) {
        return new HourPage(
                hour.place(),
                hour,
                hours.gathered(hour),
                sections.of(hour.place()),
                form,
                refusals,
                doubts,
                Identifiers.sure(form.sure(), doubts),
                clock.instant());
    }
}
