package kith.duty;

import java.time.Duration;
import java.time.Instant;

/** Who is told that a duty waits, one after the other, each once: the first two before it is late. */
enum Stage {
    /** Whoever holds it: half of the time is over. */
    HOLDER,
    /** Whoever is next: a quarter is left. */
    NEXT,
    /** The community's managers: it is late. */
    MANAGERS,
    /** The operator of the house: it has been late for as long again. */
    OPERATOR;

    /** Where a life or a body may be at risk, the operator hears of it soon. */
    private static final Duration SOON = Duration.ofHours(1);

    Instant at(Duty duty) {
        var time = Duration.between(duty.opened(), duty.due());
        return switch (this) {
            case HOLDER -> duty.opened().plus(time.dividedBy(2));
            case NEXT -> duty.opened().plus(time.dividedBy(4).multipliedBy(3));
            case MANAGERS -> duty.due();
            case OPERATOR -> duty.due().plus(duty.risk().compareTo(Risk.RED) <= 0 || time.isNegative() ? SOON : time);
        };
    }
}
