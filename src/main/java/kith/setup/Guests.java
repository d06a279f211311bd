package kith.setup;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a community comes: for real, or as the imagined cast of a demo, whose days are moved up to today and whose addresses lead nowhere. */
record Guests(boolean imagined, Duration shift, Instant last, Duration today) {
    private static final Duration DAY = Duration.ofDays(1);
    static final Guests REAL = new Guests(false, Duration.ZERO, Instant.MAX, Duration.ZERO);

    /**
     * Moves by whole days, so that mornings stay mornings, up to {@code last}. What is told of the day after counts back from now instead, so that whoever has
     * waited for two hours has waited for two hours at whatever time the house is furnished.
     */
    static Guests imagined(Instant last, Instant now) {
        var days = Math.floorDiv(Duration.between(last, now).toSeconds(), 86_400L);
        return new Guests(true, Duration.ofDays(days), last, Duration.between(last.plus(DAY), now));
    }

    private Instant moved(Instant told) {
        return told.plus(told.isAfter(last) && told.isBefore(last.plus(DAY)) ? today : shift);
    }

    Instant at(String field, @Nullable String text) {
        var at = moved(Moved.instant(field, text));
        if (at.isAfter(Instant.now().plusSeconds(60))) {
            throw new BadLine("“%s” lies in the future".formatted(field));
        }
        return at;
    }

    /** A moment that may lie ahead. */
    Instant ahead(String field, @Nullable String text) {
        return moved(Moved.instant(field, text));
    }

    @Nullable
    Instant maybe(String field, @Nullable String text) {
        return text == null ? null : at(field, text);
    }

    String email(Moved.Member member) {
        return imagined ? member.key() + "@demo.invalid" : Json.limited("email", member.email(), 254);
    }
}
