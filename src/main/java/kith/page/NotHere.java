package kith.page;

/** What was asked for does not exist or is not the asker's to see, which to the asker is the same 404. */
public final class NotHere extends RuntimeException {
    public NotHere() {
        super("not here", null, false, false);
    }
}
