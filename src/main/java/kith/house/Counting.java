package kith.house;

/** Rows done out of all, shown while they go by. */
final class Counting {
    private static final int EVERY = 1_000;

    private final Terminal terminal;
    private final String what;
    private final long total;
    private long done;

    Counting(Terminal terminal, String what, long total) {
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    void one() {
        if (++done % EVERY == 0) {
            terminal.progress(what, done, total);
        }
    }
}
