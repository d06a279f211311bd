package kith.conversation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kith.page.NotHere;
import org.jspecify.annotations.Nullable;

/** Where one page of topics ends and the next begins: an instant in microseconds and a topic's id, as {@code 1763800000000000-…}. */
record TopicKey(Instant at, UUID id) {
    /** After every topic there is. */
    private static final TopicKey START = new TopicKey(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    static String of(Topic topic) {
        return of(topic.activeAt(), topic.id().value());
    }

    static String of(Instant at, UUID id) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }

    static TopicKey read(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            return START;
        }
        try {
            var parts = key.split("-", 2);
            return new TopicKey(
                    Instant.EPOCH.plus(Math.min(Long.parseLong(parts[0]), 253_000_000_000_000_000L), ChronoUnit.MICROS),
                    UUID.fromString(parts[1]));
        } catch (RuntimeException unreadable) {
            throw new NotHere();
        }
    }

    /** The condition for a topic {@code t} on the pages after the first; on the first there is none, so that the database may keep its plan. */
    String behind() {
        return equals(START) ? "" : " and (t.active_at, t.id) < (:at, :id) ";
    }

    OffsetDateTime moment() {
        return at.atOffset(ZoneOffset.UTC);
    }
}
