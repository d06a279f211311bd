package kith.community;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** When a community is staffed, in its own zone: promises that count working hours count these; {@code holidays} are closed all day. */
public record Opening(String zone, List<Pack.Day> days, LocalTime from, LocalTime to, List<LocalDate> holidays) {
    /** Longer than any promise: a pack that closed every day would otherwise be waited for without end. */
    private static final int MOST_DAYS = 3660;

    public ZoneId at() {
        return ZoneId.of(zone);
    }

    public boolean open(Instant when) {
        var here = when.atZone(at());
        return opens(here.toLocalDate())
                && !when.isBefore(start(here.toLocalDate()))
                && when.isBefore(end(here.toLocalDate()));
    }

    /** When so many open hours have gone by since then: an hour on the clock that a change of time takes away is not counted. */
    public Instant after(Instant since, Duration open) {
        var left = open;
        var day = since.atZone(at()).toLocalDate();
        for (var n = 0; n < MOST_DAYS; n++, day = day.plusDays(1)) {
            var from = start(day).isBefore(since) ? since : start(day);
            if (opens(day) && from.isBefore(end(day))) {
                var there = Duration.between(from, end(day));
                if (left.compareTo(there) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(there);
            }
        }
        return since.plus(open);
    }

    private boolean opens(LocalDate day) {
        return !holidays.contains(day)
                && days.stream().anyMatch(each -> DayOfWeek.of(each.ordinal() + 1) == day.getDayOfWeek());
    }

    private Instant start(LocalDate day) {
        return ZonedDateTime.of(day, from, at()).toInstant();
    }

    private Instant end(LocalDate day) {
        return ZonedDateTime.of(day, to, at()).toInstant();
    }
}
