package kith.notification;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When and how a member wants to be told outside the house: {@code words} whether a mail may show what was written, {@code quietFrom} and {@code quietTo} hours
 * of their day (null for none), {@code digestDay} null for a daily digest, {@code pausedUntil} the first day back from a pause.
 */
record Wish(
        boolean mails,
        boolean words,
        @Nullable Integer quietFrom,
        @Nullable Integer quietTo,
        @Nullable Integer digestDay,
        int digestHour,
        @Nullable LocalDate pausedUntil) {
    static final Wish USUAL = new Wish(true, false, null, null, null, 18, null);

    /** When the quiet hours end that they are in, in their zone; nothing outside of them. */
    Optional<Instant> quietUntil(Instant now, ZoneId zone) {
        if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) {
            return Optional.empty();
        }
        var here = now.atZone(zone);
        var hour = here.getHour();
        var quiet = quietFrom < quietTo
                ? hour >= quietFrom && hour < quietTo
                : hour >= quietFrom || hour < quietTo;
        return quiet ? Optional.of(next(here, quietTo).toInstant()) : Optional.empty();
    }

    boolean paused(Instant now, ZoneId zone) {
        return pausedUntil != null && now.atZone(zone).toLocalDate().isBefore(pausedUntil);
    }

    /** When the next digest is due: at their hour, after a pause on the first day back. */
    Instant digestAfter(Instant now, ZoneId zone) {
        var next = next(now.atZone(zone), digestHour);
        if (pausedUntil != null && next.toLocalDate().isBefore(pausedUntil)) {
            return ZonedDateTime.of(pausedUntil, LocalTime.of(digestHour, 0), zone).toInstant();
        }
        return digestDay == null
                ? next.toInstant()
                : next.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(digestDay))).toInstant();
    }

    /** The next time at which it is this hour. */
    private static ZonedDateTime next(ZonedDateTime now, int hour) {
        var today = now.truncatedTo(ChronoUnit.HOURS).withHour(hour);
        return today.isAfter(now) ? today : today.plusDays(1);
    }
}
