package kith.moderation;

import java.util.Locale;
import kith.duty.Promise;
import kith.duty.Risk;

/** What worries somebody, with how soon a person looks: the worst first. */
public enum Reason {
    /** About a person's wellbeing: ends in contact, never in punishment. */
    WORRIED(Risk.RED, Promise.RED),
    /** Advice about doses or stopping that can harm. */
    DANGEROUS_ADVICE(Risk.RED, Promise.DANGEROUS_ADVICE),
    UNKIND(Risk.ROUTINE, Promise.REPORT),
    /** Shows something private about somebody. */
    PRIVATE(Risk.AMBER, Promise.AMBER),
    SELLING(Risk.ROUTINE, Promise.REPORT),
    OTHER(Risk.ROUTINE, Promise.REPORT);

    private final Risk risk;
    private final Promise promise;

    Reason(Risk risk, Promise promise) {
        this.risk = risk;
        this.promise = promise;
    }

    Risk risk() {
        return risk;
    }

    Promise promise() {
        return promise;
    }

    /** The key of its phrase. */
    public String key() {
        return "moderation.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
