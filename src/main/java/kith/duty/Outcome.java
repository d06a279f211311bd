package kith.duty;

/** How a duty ended. */
public enum Outcome {
    /** Done in time. */
    MET,
    /** Done, or given up, after its time: the promise was not kept. */
    MISSED,
    /** Owed no more: what it was about is gone. */
    WITHDRAWN
}
