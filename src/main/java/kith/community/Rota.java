package kith.community;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.identity.MemberId;

/** Who is on call when in one community: shifts as they recur, then swaps, then cover. */
record Rota(List<Shift> shifts, Map<Turn, Optional<MemberId>> swaps, List<Absence> absences) {
    static final Rota NONE = new Rota(List.of(), Map.of(), List.of());

    /** How far ahead somebody is looked for. */
    private static final Duration AHEAD = Duration.ofDays(15);

    /** One turn of a shift, which may be swapped: nobody for one that is offered. */
    record Turn(UUID shift, LocalDate day) {}

    /** All turns that touch some time, with who is there; one whose person is away without cover is nobody's and left out. */
    List<Stint> between(Instant from, Instant to) {
        return shifts.stream()
                .flatMap(shift -> shift.between(from, to))
                .map(this::swapped)
                .flatMap(this::covered)
                .sorted(Comparator.comparing(Stint::from)
                        .thenComparing(stint -> stint.who().value()))
                .toList();
    }

    Set<MemberId> onCall(Instant at) {
        return between(at, at.plusNanos(1)).stream()
                .map(Stint::who)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The next time from which somebody is there. */
    Optional<Instant> next(Instant at) {
        return between(at, at.plus(AHEAD)).stream()
                .map(Stint::from)
                .filter(from -> from.isAfter(at))
                .findFirst();
    }

    /** Until when somebody who is on call now stays so without a break. */
    Instant until(MemberId who, Instant at) {
        var end = at;
        for (var stint : between(at, at.plus(Duration.ofDays(2)))) {
            if (stint.who().equals(who)
                    && !stint.from().isAfter(end)
                    && stint.to().isAfter(end)) {
                end = stint.to();
            }
        }
        return end;
    }

    Map<MemberId, Optional<MemberId>> away(Instant at) {
        return absences.stream()
                .filter(absence -> absence.at(at))
                .collect(Collectors.toMap(Absence::who, a -> cover(a, at), (a, b) -> a.isPresent() ? a : b));
    }

    private Optional<MemberId> cover(Absence absence, Instant at) {
        return Optional.ofNullable(absence.cover())
                .filter(cover ->
                        absences.stream().noneMatch(other -> other.who().equals(cover) && other.at(at)));
    }

    private Stint swapped(Stint stint) {
        return swaps.getOrDefault(new Turn(stint.shift(), stint.day()), Optional.empty())
                .map(stint::by)
                .orElse(stint);
    }

    /** Who is away when a turn begins is away for all of it. */
    private Stream<Stint> covered(Stint stint) {
        var away = away(stint.from());
        return away.containsKey(stint.who())
                ? away.getOrDefault(stint.who(), Optional.empty()).map(stint::by).stream()
                : Stream.of(stint);
    }
}
