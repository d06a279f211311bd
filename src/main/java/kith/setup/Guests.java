package kith.setup;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a community comes: for real, or as the imagined cast of a demo, whose days are moved up to today and whose addresses lead nowhere. */
record Guests(boolean imagined, Duration shift) {
    static final Guests REAL = new Guests(false, Duration.ZERO);

    /** Moves by whole days, so that mornings stay mornings; {@code last} is the last moment that is told of. */
    static Guests imagined(Instant last, Instant now) {
        var days = Math.floorDiv(Duration.between(last, now).toSeconds(), 86_400L);
        return new Guests(true, Duration.ofDays(days));
    }

    Instant at(String field, @Nullable String text) {
        var at = Moved.instant(field, text).plus(shift);
        if (at.isAfter(Instant.now().plusSeconds(60))) {
            throw new BadLine("“%s” lies in the future".formatted(field));
        }
        return at;
    }

    @Nullable
    Instant maybe(String field, @Nullable String text) {
        return text == null ? null : at(field, text);
    }

    String email(Moved.Member member) {
        return imagined ? member.key() + "@demo.invalid" : Json.limited("email", member.email(), 254);
    }
}
