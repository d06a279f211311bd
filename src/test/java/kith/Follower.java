package kith;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Somebody's browser with a stream open: keeps what it is told, and knows when the stream ended. Speaks HTTP on a bare socket, so that nothing is buffered on its side. */
public final class Follower implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Socket socket;
    private final List<String> head = new ArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile String bookmark = "";
    private volatile boolean ended;
    private volatile int retry;
    private final String session;
    private final String path;

    /** Opens {@code path}, such as {@code /live?on=topic:…}, with the secret of a session, from a bookmark or from now on (empty). */
    public Follower(int port, String session, String path, String from) throws IOException {
        this.session = session;
        this.path = path;
        socket = new Socket("localhost", port);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                                + "\r\nAccept: text/event-stream\r\nAccept-Encoding: gzip, br\r\nCookie: __Host-kith="
                                + session
                                + (from.isEmpty() ? "" : "\r\nLast-Event-ID: " + from) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.add(line);
        }
        Thread.ofVirtual().start(() -> read(in));
    }

    private void read(BufferedReader in) {
        try {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("data: ") && !line.equals("data: .")) {
                    told.add(line.substring(6));
                } else if (line.startsWith("id: ")) {
                    bookmark = line.substring(4);
                } else if (line.startsWith("retry: ")) {
                    retry = Integer.parseInt(line.substring(7));
                }
            }
        } catch (IOException broken) {
            // The end as well.
        }
        ended = true;
    }

    public int status() {
        return Integer.parseInt(head.getFirst().split(" ")[1]);
    }

    public List<String> head() {
        return head;
    }

    public List<String> told() {
        return told;
    }

    public String bookmark() {
        return bookmark;
    }

    /** After how many milliseconds the house asks it to come back. */
    public int retry() {
        return retry;
    }

    /** The same page comes back with its bookmark. */
    public Follower again(int port) throws IOException {
        return new Follower(port, session, path, bookmark);
    }

    public boolean ended() {
        return ended;
    }

    /** Waits until the stream is open and has given its first bookmark. */
    public Follower settled() {
        await(() -> !bookmark.isEmpty(), "the stream opens");
        return this;
    }

    public void awaits(String what) {
        await(() -> told.contains(what), what + " among " + told);
    }

    /** Waits for the end, and says how long it took. */
    public Duration awaitsTheEnd() {
        var since = System.nanoTime();
        await(() -> ended, "the stream ends");
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static void await(BooleanSupplier there, String what) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + what);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
