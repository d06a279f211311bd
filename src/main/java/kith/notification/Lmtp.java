package kith.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The door for a mail server on this very machine, open only where the operator chose so: a few at a time, each for so long. */
@Component
@ConditionalOnProperty(name = "kith.mode", havingValue = "serve", matchIfMissing = true)
class Lmtp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lmtp.class);
    private static final int AT_ONCE = 4;
    private static final int SILENCE_MS = 60_000;
    private static final Duration LONGEST_TALK = Duration.ofMinutes(10);

    private final AnswerSettings settings;
    private final LmtpMails mails;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private @Nullable ServerSocket door;

    Lmtp(AnswerSettings settings, LmtpMails mails) {
        this.settings = settings;
        this.mails = mails;
    }

    /** Opens, moves or closes the door as the operator chose, on whichever node. */
    @Scheduled(fixedDelay = 5_000, initialDelay = 2_000)
    synchronized void heed() {
        try {
            var box = settings.box().filter(AnswerBox::brought);
            if (box.isEmpty()) {
                close();
            } else if (!listensAt(box.get())) {
                close();
                open(box.get());
            }
        } catch (IOException | RuntimeException shut) {
            LOG.warn("no mail server can bring answers: {}", shut.getClass().getSimpleName());
        }
    }

    private boolean listensAt(AnswerBox box) throws IOException {
        return door != null
                && !door.isClosed()
                && door.getLocalPort() == box.port()
                && door.getInetAddress().equals(InetAddress.getByName(box.host()));
    }

    private void open(AnswerBox box) throws IOException {
        var opened = bind(box);
        door = opened;
        Thread.ofVirtual().name("lmtp").start(() -> serve(opened));
    }

    /** Nobody from elsewhere ever reaches it. */
    static ServerSocket bind(AnswerBox box) throws IOException {
        var here = InetAddress.getByName(box.host());
        if (!here.isLoopbackAddress()) {
            throw new IOException("not on this machine");
        }
        return new ServerSocket(box.port(), 2 * AT_ONCE, here);
    }

    private void serve(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                var guest = at.accept();
                Thread.ofVirtual().start(() -> welcome(guest));
            } catch (IOException closed) {
                LOG.debug("closed");
            }
        }
    }

    private void welcome(Socket guest) {
        var free = room.tryAcquire();
        try (guest) {
            guest.setSoTimeout(SILENCE_MS);
            var wire = new LmtpWire(guest);
            if (free) {
                talk(guest, wire);
            } else {
                wire.say("421 4.3.2 Too many at once");
            }
        } catch (IOException gone) {
            LOG.debug("a mail server went away");
        } finally {
            if (free) {
                room.release();
            }
        }
    }

    private void talk(Socket guest, LmtpWire wire) throws IOException {
        var watch = Thread.ofVirtual().start(() -> endLate(guest));
        try {
            new LmtpTalk(wire, mails).hold();
        } finally {
            watch.interrupt();
        }
    }

    private static void endLate(Socket guest) {
        try (guest) {
            Thread.sleep(LONGEST_TALK);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException closed) {
            LOG.debug("closed already");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (door != null) {
            door.close();
            door = null;
        }
    }
}
