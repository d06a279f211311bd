package kith.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** When something was last done that is done again and again, on one thread. */
final class Rhythm {
    /** Something that is done so often. */
    record Beat(Duration every) {}

    private final Map<Beat, Long> done = new HashMap<>();

    /** Whether it is time again; it then counts as done. */
    boolean due(Beat beat) {
        var now = System.nanoTime();
        var before = done.get(beat);
        if (before != null && now - before < beat.every().toNanos()) {
            return false;
        }
        done.put(beat, now);
        return before != null;
    }
}
