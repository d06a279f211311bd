package kith.practitioner;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** What is typed to become a practitioner, or to stay one. */
public record ApplicationForm(
        String profession,
        String register,
        String number,
        String jurisdiction,
        List<String> scope,
        String sentence,
        List<String> languages,
        String until) {
    static final ApplicationForm EMPTY = new ApplicationForm("", "", "", "", List.of(), "", List.of(), "");

    /** Nothing is believed for longer than this without looking again: most registers are renewed yearly. */
    static final int MOST_YEARS = 3;

    public ApplicationForm {
        profession = line(profession);
        register = line(register);
        number = line(number);
        jurisdiction = line(jurisdiction);
        sentence = line(sentence);
        until = line(until);
        scope = List.copyOf(Objects.requireNonNullElse(scope, List.of()));
        languages = List.copyOf(Objects.requireNonNullElse(languages, List.of()));
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
    }

    /** The languages to choose from, in the reader's. */
    public static Map<String, String> spoken(Locale reader) {
        return Spoken.names(reader);
    }

    Refusals refuse(Registers registers, LocalDate today) {
        return Refusals.gather(
                within("profession", profession, 80),
                registers.find(register).isEmpty() ? needed("register") : Optional.empty(),
                within("number", number, 60),
                within("jurisdiction", jurisdiction, 80),
                sentence.length() > 400 ? tooLong("sentence", 400) : Optional.empty(),
                languages().isEmpty() ? needed("languages") : Optional.empty(),
                day().filter(day -> day.isAfter(today)
                                        && day.isBefore(
                                                today.plusYears(MOST_YEARS).plusDays(1)))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(Refusal.in("until", "practitioner.refused.until", MOST_YEARS)));
    }

    private static Optional<Refusal> within(String field, String typed, int longest) {
        return typed.isEmpty() ? needed(field) : typed.length() > longest ? tooLong(field, longest) : Optional.empty();
    }

    private static Optional<Refusal> needed(String field) {
        return Optional.of(Refusal.in(field, "practitioner.refused." + field));
    }

    private static Optional<Refusal> tooLong(String field, int longest) {
        return Optional.of(Refusal.in(field, "practitioner.refused.long", longest));
    }

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(until));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** As it is kept; sections and languages that are not there are left out. */
    Wanted wanted(Registers registers, Set<String> sections) {
        var own = new LinkedHashSet<>(scope());
        own.retainAll(sections);
        var spoken = new LinkedHashSet<>(languages());
        spoken.retainAll(Spoken.TAGS);
        return new Wanted(
                profession,
                registers.find(register).orElseThrow(),
                number,
                jurisdiction,
                own,
                sentence,
                spoken,
                day().orElseThrow());
    }

    static ApplicationForm of(Credential credential) {
        var known = credential.wanted();
        return new ApplicationForm(
                known.profession(),
                known.register().id(),
                known.number(),
                known.jurisdiction(),
                List.copyOf(known.scope()),
                known.sentence(),
                List.copyOf(known.languages()),
                "");
    }
}
