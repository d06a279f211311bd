package kith.duty;

/** What a person loses by waiting, the worst first: the round is in this order. */
public enum Risk {
    /** A life may be in danger. */
    CRISIS,
    /** Harm is near: dangerous advice, somebody others worry about. */
    RED,
    AMBER,
    ROUTINE,
    /** Nobody is harmed if it waits; somebody is glad if it does not. */
    KIND;

    Risk worse(Risk other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
