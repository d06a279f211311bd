package kith.practitioner;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.community.People;
import kith.community.Place;
import kith.community.PlacePacks;
import kith.community.Section;
import kith.community.Sections;
import kith.identity.MemberId;
import kith.page.Answer;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what an application shows, and takes in what is typed into one. */
@Component
class Applying {
    private final Applications applications;
    private final Credentials credentials;
    private final Registers registers;
    private final People people;
    private final Sections sections;
    private final PlacePacks packs;
    private final Clock clock;

    Applying(
            Applications applications,
            Credentials credentials,
            Registers registers,
            People people,
            Sections sections,
            PlacePacks packs,
            Clock clock) {
        this.applications = applications;
        this.credentials = credentials;
        this.registers = registers;
        this.people = people;
        this.sections = sections;
        this.packs = packs;
        this.clock = clock;
    }

    /** For oneself, or as a manager for somebody else. */
    MemberId who(Place place, @Nullable UUID member) {
        var who = member == null ? place.self() : new MemberId(member);
        if (!place.member() || !place.mayWrite() || !place.viewer().is(who) && !place.manages()) {
            throw new NotHere();
        }
        return who;
    }

    /** The form, filled with what is known where somebody renews. */
    ApplicationsController.NewApplicationPage begin(Place place, MemberId who) {
        var form = credentials
                .ofAsHouse(place.community().id(), who)
                .map(ApplicationForm::of)
                .orElse(ApplicationForm.EMPTY);
        return form(place, who, form, Refusals.NONE);
    }

    private ApplicationsController.NewApplicationPage form(
            Place place, MemberId who, ApplicationForm form, Refusals refusals) {
        return new ApplicationsController.NewApplicationPage(
                place,
                people.find(place, who),
                sections.of(place),
                registers.all(),
                form,
                credentials.ofAsHouse(place.community().id(), who).orElse(null),
                refusals);
    }

    Answer send(Place place, MemberId who, ApplicationForm form, byte[] brought) {
        people.find(place, who);
        var shown = EvidenceRoom.Brought.of(brought);
        var unreadable = brought.length > 0 && shown.isEmpty();
        var refusals = form.refuse(
                        registers,
                        LocalDate.ofInstant(clock.instant(), place.viewer().zone()))
                .and(
                        unreadable
                                ? Refusals.of(Refusal.in(
                                        "evidence", "practitioner.refused.evidence", EvidenceRoom.MOST_BYTES >> 20))
                                : Refusals.NONE);
        if (refusals.any()) {
            return form(place, who, form, refusals);
        }
        var known = sections.of(place).stream().map(Section::slug).collect(Collectors.toSet());
        return applications
                .send(place, who, form.wanted(registers, known), shown.orElse(null))
                .or(() -> applications.latest(place, who).map(Application::id))
                .<Answer>map(id -> new SeeOther(place.path("applications") + "/" + id, "practitioner.sent"))
                .orElseThrow(NotHere::new);
    }

    ApplicationsController.ApplicationPage page(Place place, Application application, Refusals refusals) {
        return new ApplicationsController.ApplicationPage(
                place,
                application,
                names(place, application.wanted().scope()),
                packs.of(place).pack().secondCheck(),
                refusals);
    }

    /** The names of sections, in the order of the community. */
    List<String> names(Place place, Set<String> slugs) {
        return sections.of(place).stream()
                .filter(section -> slugs.contains(section.slug()))
                .map(Section::name)
                .toList();
    }
}
