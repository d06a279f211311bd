package kith.community;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** When somebody is on call week by week, in its own zone; one that ends at or before its beginning runs over midnight. */
public record Shift(
        UUID id,
        MemberId who,
        Set<DayOfWeek> days,
        LocalTime from,
        LocalTime to,
        ZoneId zone,
        LocalDate since,
        @Nullable LocalDate until) {

    /** What falls into some time, in its order. */
    Stream<Stint> between(Instant from, Instant to) {
        var last = to.atZone(zone).toLocalDate();
        return from.atZone(zone)
                .toLocalDate()
                .minusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(this::on)
                .map(this::stint)
                .filter(stint -> stint.to().isAfter(from) && stint.from().isBefore(to));
    }

    boolean on(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !day.isBefore(since) && (until == null || !day.isAfter(until));
    }

    /** In elapsed time a night in which the clocks change is an hour shorter or longer; on the wall it is the same. */
    Stint stint(LocalDate day) {
        var ends = to.isAfter(from) ? day : day.plusDays(1);
        return new Stint(
                id,
                day,
                ZonedDateTime.of(day, from, zone).toInstant(),
                ZonedDateTime.of(ends, to, zone).toInstant(),
                who,
                who);
    }

    /** The days as the column keeps them: Monday is the lowest bit. */
    static int bits(Set<DayOfWeek> days) {
        return days.stream().mapToInt(day -> 1 << day.ordinal()).sum();
    }

    static Set<DayOfWeek> days(int bits) {
        return Set.copyOf(List.of(DayOfWeek.values()).stream()
                .filter(day -> (bits & 1 << day.ordinal()) != 0)
                .toList());
    }
}
