package kith.community;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** A shift as typed; {@code days} are numbers, Monday is 1, {@code until} may be empty. */
public record ShiftForm(
        String who, @Nullable List<String> days, String from, String to, String zone, String since, String until) {
    public ShiftForm {
        who = Objects.requireNonNullElse(who, "");
        from = Objects.requireNonNullElse(from, "");
        to = Objects.requireNonNullElse(to, "");
        zone = Objects.requireNonNullElse(zone, "");
        since = Objects.requireNonNullElse(since, "");
        until = Objects.requireNonNullElse(until, "");
    }

    static ShiftForm fresh(LocalDate today, ZoneId zone) {
        return new ShiftForm(
                "", List.of("1", "2", "3", "4", "5"), "09:00", "18:00", zone.getId(), today.toString(), "");
    }

    public Set<String> chosen() {
        return days == null ? Set.of() : Set.copyOf(days);
    }

    Refusals refuse() {
        return Refusals.gather(
                wrong(who.isEmpty(), "who", "community.rota.who.none"),
                wrong(weekdays().isEmpty(), "days", "community.rota.days.none"),
                wrong(!reads(() -> LocalTime.parse(from)), "from", "community.rota.time.unclear"),
                wrong(!reads(() -> LocalTime.parse(to)), "to", "community.rota.time.unclear"),
                wrong(!ZoneId.getAvailableZoneIds().contains(zone), "zone", "community.rota.zone.unknown"),
                wrong(!reads(() -> LocalDate.parse(since)), "since", "community.rota.day.unclear"),
                wrong(!until.isEmpty() && !ends(), "until", "community.rota.until.before"));
    }

    Shift shift() {
        return new Shift(
                Ids.next(),
                new MemberId(Keys.uuid(who)),
                weekdays(),
                LocalTime.parse(from),
                LocalTime.parse(to),
                ZoneId.of(zone),
                LocalDate.parse(since),
                until.isEmpty() ? null : LocalDate.parse(until));
    }

    private Set<DayOfWeek> weekdays() {
        return chosen().stream()
                .filter(day -> day.matches("[1-7]"))
                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean ends() {
        return reads(() -> LocalDate.parse(until))
                && reads(() -> LocalDate.parse(since))
                && !LocalDate.parse(until).isBefore(LocalDate.parse(since));
    }

    static java.util.Optional<Refusal> wrong(boolean wrong, String field, String key) {
        return wrong ? java.util.Optional.of(Refusal.in(field, key)) : java.util.Optional.empty();
    }

    static boolean reads(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
