package kith.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A steady number of browsers that ask one thing after another, each on its own connection, for a while. */
final class Load {
    /** What came of it: how many, over how many seconds, how long each took (sorted nanoseconds), how many went wrong, how many bytes came. */
    record Run(int done, double seconds, long[] nanos, int wrong, long bytes) {
        double perSecond() {
            return done / seconds;
        }

        double milliseconds(double share) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1L, (long) (nanos.length * share))] / 1e6;
        }
    }

    /** One thing that is asked over and over; each browser has its own. */
    interface Asking extends AutoCloseable {
        /** Asks once and gives the number of bytes that came; throws where the answer was not the right one. */
        int ask(Random random) throws IOException;

        @Override
        default void close() throws IOException {}
    }

    /** Makes the asking of one browser. */
    interface Browser {
        Asking open() throws IOException;
    }

    private Load() {}

    static Run run(Browser browser, int connections, double seconds) {
        var wrong = new AtomicInteger();
        var bytes = new AtomicLong();
        var times = new long[connections][];
        var begin = System.nanoTime();
        var end = begin + (long) (seconds * 1e9);
        var threads = new Thread[connections];
        for (var n = 0; n < connections; n++) {
            var mine = n;
            threads[n] = Thread.ofVirtual().start(() -> times[mine] = browse(browser, end, wrong, bytes));
        }
        for (var thread : threads) {
            join(thread);
        }
        var took = (System.nanoTime() - begin) / 1e9;
        var all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Run(all.length, took, all, wrong.get(), bytes.get());
    }

    private static long[] browse(Browser browser, long end, AtomicInteger wrong, AtomicLong bytes) {
        var times = new long[1024];
        var count = 0;
        var random = new Random(ThreadLocalRandom.current().nextLong());
        try (var asking = browser.open()) {
            for (var now = System.nanoTime(); now < end; ) {
                bytes.addAndGet(asking.ask(random));
                var then = System.nanoTime();
                times = count == times.length ? Arrays.copyOf(times, count * 2) : times;
                times[count++] = then - now;
                now = then;
            }
        } catch (IOException e) {
            wrong.incrementAndGet();
            System.err.println("  ! " + e.getMessage());
        }
        return Arrays.copyOf(times, count);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
