package kith.conversation;

/** As whom somebody wants to speak, and whether hosts asked them to rest from speaking anonymously. */
record Speaking(As as, boolean resting) {
    /** Under one's own name. */
    static final Speaking NAMED = new Speaking(As.NAME, false);

    /** Whether that may not be just now. */
    boolean refused() {
        return as.anonymous() && resting;
    }
}
