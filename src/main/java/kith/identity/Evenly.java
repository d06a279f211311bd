package kith.identity;

import java.time.Duration;
import java.util.function.Supplier;

/** Lets an answer take the same time whether or not an address is known here, so that waiting tells nothing. */
final class Evenly {
    private static final long WHOLE = Duration.ofMillis(350).toNanos();

    private Evenly() {}

    static <T> T answer(Supplier<T> work) {
        var start = System.nanoTime();
        try {
            return work.get();
        } finally {
            rest(start);
        }
    }

    /** Sleeps to the end of the current span, so that an answer which took longer is not precise either. */
    private static void rest(long start) {
        var spent = System.nanoTime() - start;
        try {
            Thread.sleep(Duration.ofNanos(WHOLE - spent % WHOLE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
