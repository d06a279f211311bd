package kith.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers every RCPT as it is told, and takes what it did not refuse; remembers the senders on the envelopes. */
final class RefusingPost implements AutoCloseable {
    private final ServerSocket door;
    private final List<String> senders = new CopyOnWriteArrayList<>();
    private volatile String answer;

    RefusingPost(String answer) {
        this.answer = answer;
        try {
            door = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    void answers(String now) {
        answer = now;
    }

    List<String> senders() {
        return senders;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var guest = door.accept()) {
                talk(guest);
            } catch (IOException gone) {
                continue;
            }
        }
    }

    private void talk(Socket guest) throws IOException {
        var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
        say(guest, "220 here");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("MAIL FROM:")) {
                senders.add(line.substring(10).replaceAll("[<>]", "").split(" ")[0]);
            }
            if (line.equals("DATA")) {
                say(guest, "354 go");
                while (!".".equals(in.readLine())) {
                    continue;
                }
            }
            say(guest, line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 ok");
        }
    }

    private static void say(Socket guest, String line) throws IOException {
        guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        guest.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
