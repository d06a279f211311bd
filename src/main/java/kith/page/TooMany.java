package kith.page;

import java.time.Duration;

/** Somebody asks more often than the table of limits allows (429); {@code wait} says when to come back. */
public final class TooMany extends RuntimeException {
    private final Duration wait;

    public TooMany(Duration wait) {
        super("too many", null, false, false);
        this.wait = wait;
    }

    public Duration retryAfter() {
        return wait;
    }
}
