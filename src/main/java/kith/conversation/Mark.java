package kith.conversation;

/** What a list says to its reader of one topic: how many posts are new to them, whether they were ever there, and how near they want it. */
public record Mark(int fresh, boolean opened, Attention attention) {
    static final Mark NONE = new Mark(0, true, Attention.PLAIN);

    /** Counts stop here: more says nothing more. */
    static final int MOST = 99;

    public boolean any() {
        return fresh > 0 && attention != Attention.MUTED;
    }

    public boolean muted() {
        return attention == Attention.MUTED;
    }

    public boolean followed() {
        return attention == Attention.FOLLOWED;
    }
}
