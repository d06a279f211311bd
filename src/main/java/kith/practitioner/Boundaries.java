package kith.practitioner;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * What a practitioner gives: hours on the clock of their zone, new questions a day and questions open at once, sections they do not take ({@code declined}, slugs),
 * whether members may begin a private thread with them by asking in private ({@code startsPrivate}), and what is said while they are off duty.
 */
public record Boundaries(
        ZoneId zone, Hours hours, int daily, int open, Set<String> declined, boolean startsPrivate, String offDuty) {
    /** So much until somebody says otherwise: little enough that nobody is worn out by saying nothing (our assumption, to be measured). */
    public static final int DAILY = 6;

    public static final int OPEN = 8;

    public Boundaries {
        declined = Set.copyOf(declined);
    }

    static Boundaries usual(ZoneId zone) {
        return new Boundaries(zone, Hours.ANY, DAILY, OPEN, Set.of(), true, "");
    }

    /** Whether they are there at this moment, by the clock where they live. */
    public boolean takes(Instant at) {
        return hours.has(at.atZone(zone));
    }

    /** When they are there again; empty where they are now. */
    public Optional<ZonedDateTime> back(Instant now) {
        return hours.next(now.atZone(zone));
    }
}
