package kith.duty;

import java.time.Duration;

/** What a community promises, with the time that holds where its pack names none (EVIDENCE.md, "Safety": our assumption, to be measured). */
public enum Promise {
    FIRST_REPLY(4),
    WELCOME(24),
    QUESTION(24),
    REPORT(24),
    DANGEROUS_ADVICE(4),
    RED(2),
    AMBER(12);

    private final Duration usual;

    Promise(int hours) {
        this.usual = Duration.ofHours(hours);
    }

    Duration usual() {
        return usual;
    }
}
