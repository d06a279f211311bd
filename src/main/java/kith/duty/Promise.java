package kith.duty;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import kith.community.Pack;

/** What a community promises; how soon is its pack's to say (from EVIDENCE.md, "Safety": our assumption, to be measured). */
public enum Promise {
    FIRST_REPLY(Pack.Promises::firstReply),
    WELCOME(Pack.Promises::welcome),
    QUESTION(Pack.Promises::question),
    REPORT(Pack.Promises::report),
    DANGEROUS_ADVICE(Pack.Promises::dangerousAdvice),
    CRISIS(Pack.Promises::crisisOtherwise),
    RED(Pack.Promises::red),
    AMBER(Pack.Promises::amber);

    private final Function<Pack.Promises, Duration> time;

    Promise(Function<Pack.Promises, Duration> time) {
        this.time = time;
    }

    Duration in(Pack pack) {
        return time.apply(pack.promises());
    }

    /** As a pack's file calls it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
