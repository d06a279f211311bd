package kith.conversation;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A real mail server behind a slow line, which can go dead just after a mail was taken and before whoever handed it in hears of it. */
final class SlowPost implements AutoCloseable {
    private static final int LAG_MS = 4;
    private static final String END = "\r\n.\r\n";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final ServerSocket door;
    private volatile CountDownLatch taken = new CountDownLatch(0);
    private volatile boolean dead;

    SlowPost() throws IOException {
        server.start();
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String url() {
        return "smtp://127.0.0.1:%d?from=house@example.org".formatted(door.getLocalPort());
    }

    List<MimeMessage> mails() {
        return List.of(server.getReceivedMessages());
    }

    /** From now on mails are taken, but nobody hears so. */
    void goDead() {
        taken = new CountDownLatch(1);
        dead = true;
    }

    /** Whether a mail was taken since then, within a second. */
    boolean tookOne() throws InterruptedException {
        return taken.await(1, TimeUnit.SECONDS);
    }

    void comeBack() {
        dead = false;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                var host = new Socket(
                        InetAddress.getLoopbackAddress(), server.getSmtp().getPort());
                var whole = new AtomicBoolean();
                Thread.ofVirtual().start(() -> hear(guest, host, whole));
                Thread.ofVirtual().start(() -> say(host, guest, whole));
            } catch (IOException gone) {
                continue;
            }
        }
    }

    /** Notes when a whole mail has gone by. */
    private static void hear(Socket guest, Socket host, AtomicBoolean whole) {
        var last = new StringBuilder();
        var bytes = new byte[16 << 10];
        try (guest;
                host) {
            for (var n = guest.getInputStream().read(bytes);
                    n > 0;
                    n = guest.getInputStream().read(bytes)) {
                last.append(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
                last.delete(0, Math.max(0, last.length() - END.length()));
                whole.compareAndSet(false, last.toString().equals(END));
                host.getOutputStream().write(bytes, 0, n);
            }
        } catch (IOException gone) {
            whole.set(false);
        }
    }

    private void say(Socket host, Socket guest, AtomicBoolean whole) {
        var bytes = new byte[16 << 10];
        try (guest;
                host) {
            for (var n = host.getInputStream().read(bytes);
                    n > 0;
                    n = host.getInputStream().read(bytes)) {
                Thread.sleep(LAG_MS);
                if (whole.get() && dead) {
                    taken.countDown();
                    continue;
                }
                guest.getOutputStream().write(bytes, 0, n);
            }
        } catch (IOException gone) {
            whole.set(false);
        } catch (InterruptedException stopped) {
            throw new UncheckedIOException(new IOException(stopped));
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        server.stop();
    }
}
