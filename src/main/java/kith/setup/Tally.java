package kith.setup;

import java.util.Locale;
import kith.house.Terminal;

/** What came of the lines of one file; refusals are told as they come. */
final class Tally {
    private final Terminal terminal;
    private int fresh;
    private int changed;
    private int unchanged;
    private int refused;

    Tally(Terminal terminal) {
        this.terminal = terminal;
    }

    synchronized void fresh(int count) {
        fresh += count;
    }

    synchronized void changed() {
        changed++;
    }

    synchronized void unchanged(int count) {
        unchanged += count;
    }

    synchronized void refuse(long line, String reason) {
        refused++;
        terminal.problem("  line %d: %s".formatted(line, reason));
    }

    void note(long line, String what) {
        terminal.say("  line %d: %s".formatted(line, what));
    }

    int fresh() {
        return fresh;
    }

    int unchanged() {
        return unchanged;
    }

    int refused() {
        return refused;
    }

    /** "46 new, 0 unchanged, 0 refused"; what changed is named where there is any. */
    String sum() {
        return String.format(
                Locale.ROOT,
                "%d new, %s%d unchanged, %d refused",
                fresh,
                changed == 0 ? "" : changed + " changed, ",
                unchanged,
                refused);
    }
}
