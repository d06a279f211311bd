package kith.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Streams of that many different members who read one topic along, and how long it takes from the sending of a reply until each was told. {@code kilobytes} is
 * what the JVM holds more for each of them.
 */
record Live(int streams, int told, int expected, double median, double p99, double kilobytes) {
    private static final int POSTS = 10;
    private static final long PATIENCE = 5_000;

    /** Listens with as many members as wanted, or as the largest community has. */
    static Live of(Tenant house, Town town, Prose prose, int wanted) throws IOException {
        var quarter = town.largest();
        var random = new Random(7);
        var topic = quarter.topic(random);
        var readers = quarter.signedIn()
                .subList(0, Math.min(wanted, quarter.signedIn().size() - 1));
        var before = Processor.megabytes(house.pid(), "Rss");
        var ears = new Ears("topic:" + topic);
        try {
            ears.open(house.port(), readers);
            Tenant.pause(1_000);
            var kilobytes = (Processor.megabytes(house.pid(), "Rss") - before) * 1024 / Math.max(1, ears.open.get());
            var writer =
                    new ReplyMeasure.Writer(house.port(), quarter.signedIn().getLast(), topic);
            for (var n = 0; n < POSTS; n++) {
                ears.sent = System.nanoTime();
                writer.write(prose.post(random).body());
                ears.await((n + 1) * ears.open.get());
            }
            var nanos = ears.nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Live(
                    ears.open.get(),
                    nanos.length,
                    POSTS * ears.open.get(),
                    share(nanos, 0.5),
                    share(nanos, 0.99),
                    kilobytes);
        } finally {
            ears.close();
        }
    }

    private static double share(long[] nanos, double share) {
        return nanos.length == 0 ? 0 : nanos[(int) (nanos.length * share)] / 1e6;
    }

    /** All the streams together. */
    private static final class Ears implements AutoCloseable {
        private final String channel;
        private final List<Wire> wires = new ArrayList<>();
        private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final AtomicInteger open = new AtomicInteger();
        private volatile long sent;

        Ears(String channel) {
            this.channel = channel;
        }

        void open(int port, List<UUID> members) throws IOException {
            for (var member : members) {
                var wire = new Wire(port);
                wire.patient();
                wires.add(wire);
                var headers = "Accept: text/event-stream\r\nCookie: __Host-kith=" + Filling.secret(member) + "\r\n";
                if (wire.open("/live?on=" + channel, headers) == 200) {
                    open.incrementAndGet();
                    Thread.ofVirtual().start(() -> listen(wire));
                }
            }
        }

        private void listen(Wire wire) {
            try (var lines = new BufferedReader(new InputStreamReader(wire.stream(), StandardCharsets.UTF_8), 512)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("data:") && line.contains(channel) && !line.contains("gone")) {
                        nanos.add(System.nanoTime() - sent);
                    }
                }
            } catch (IOException closed) {
                open.decrementAndGet();
            }
        }

        void await(int count) {
            for (var waited = 0; waited < PATIENCE && nanos.size() < count; waited += 20) {
                Tenant.pause(20);
            }
        }

        @Override
        public void close() throws IOException {
            for (var wire : wires) {
                wire.close();
            }
        }
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%d streams, told %d of %d times: median %.0f ms, p99 %.0f ms, %.1f kB each",
                streams,
                told,
                expected,
                median,
                p99,
                kilobytes);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"streams\": %d, \"told\": %d, \"expected\": %d, \"median_ms\": %.1f, \"p99_ms\": %.1f, \"kilobytes_each\": %.2f}",
                streams,
                told,
                expected,
                median,
                p99,
                kilobytes);
    }
}
