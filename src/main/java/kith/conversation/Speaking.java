package kith.conversation;

/** As whom somebody wants to speak, whether hosts asked them to rest from speaking anonymously, and whether they may speak as a practitioner now. */
record Speaking(As as, boolean resting, boolean badged) {
    /** Under one's own name. */
    static final Speaking NAMED = new Speaking(As.NAME, false);

    Speaking(As as, boolean resting) {
        this(as, resting, false);
    }

    /** Whether that may not be just now. */
    boolean refused() {
        return as.anonymous() && resting;
    }

    /** Whether they have yet to say as whom. */
    boolean undecided() {
        return as == As.UNDECIDED;
    }

    /** Whether their credential does not count, or not any more. */
    boolean unproven() {
        return as.advises() && !badged;
    }
}
