package kith.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries changes to the streams of this node, on one thread: gives numbers to what was committed, reads what has come since, looks who may still hear it, and
 * tells them. It is woken by this node's acts and by the database ({@link Listener}), and looks by itself every second, so that a lost call costs time alone.
 */
@Component
class Courier implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    /** A stream ends within five seconds of what it needs; two leave time for a slow database. */
    private static final Rhythm.Beat LOOK = new Rhythm.Beat(Duration.ofSeconds(2));
    /** Shorter than the minute after which most proxies give up a silent line. */
    private static final Rhythm.Beat HEARTBEAT = new Rhythm.Beat(Duration.ofSeconds(20));

    private static final Rhythm.Beat PRUNE = new Rhythm.Beat(Duration.ofMinutes(10));

    private static final int TOLD_TOGETHER = 500;

    private final Queue<Told> soon = new ConcurrentLinkedQueue<>();
    private final Semaphore woken = new Semaphore(0);
    private final ReentrantLock telling = new ReentrantLock();
    private final Rhythm rhythm = new Rhythm();
    private final Changes changes;
    private final Streams streams;
    private final Admission admission;
    private final Bookmarks bookmarks;
    private volatile boolean running;
    private volatile long last;

    Courier(Changes changes, Streams streams, Admission admission, Bookmarks bookmarks) {
        this.changes = changes;
        this.streams = streams;
        this.admission = admission;
        this.bookmarks = bookmarks;
    }

    /** Brings this to the feed with its next round. */
    void soon(Told told) {
        soon.add(told);
        wake();
    }

    void wake() {
        woken.release();
    }

    /** The number up to which this node has told everything. */
    long last() {
        return last;
    }

    /** Lets a stream in; what comes from now on reaches it. Returns the number up to which it has to catch up by itself. */
    long admit(Stream stream) {
        telling.lock();
        try {
            streams.add(stream);
            return last;
        } finally {
            telling.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("live-courier").start(this::run);
    }

    /** Comes before the web server stops, so that no open stream holds up the end. */
    @Override
    public void stop() {
        running = false;
        wake();
        streams.all().forEach(Stream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                round();
                if (woken.tryAcquire(streams.any() ? 1 : 5, TimeUnit.SECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException away) {
                rest(away);
            }
        }
    }

    private void round() {
        changes.add(gathered());
        if (changes.unnumbered()) {
            while (changes.number() == Changes.AT_ONCE) {}
        }
        catchUp();
        if (rhythm.due(LOOK)) {
            look(streams.all());
        }
        if (rhythm.due(HEARTBEAT)) {
            var beat = bookmarks.line(last);
            streams.all().forEach(stream -> stream.send(beat));
        }
        if (rhythm.due(PRUNE)) {
            changes.prune();
        }
    }

    private List<Told> gathered() {
        var all = new ArrayList<Told>();
        while (!soon.isEmpty() && all.size() < Changes.AT_ONCE) {
            all.add(soon.remove());
        }
        return all;
    }

    private void catchUp() {
        if (skip()) {
            return;
        }
        List<Change> news;
        do {
            news = changes.after(last);
            tell(news);
        } while (news.size() == Changes.AT_ONCE);
    }

    /** Where nobody listens nothing is told; a page that is made from here on begins at the newest number. */
    private boolean skip() {
        telling.lock();
        try {
            var alone = !streams.any();
            if (alone) {
                last = changes.last();
            }
            return alone;
        } finally {
            telling.unlock();
        }
    }

    private void tell(List<Change> news) {
        if (news.isEmpty()) {
            return;
        }
        telling.lock();
        try {
            var heard = news.stream()
                    .filter(change -> streams.any(change.channel()))
                    .map(this::telling)
                    .toList();
            groups(streams.on(heard.stream().map(Telling::channel).collect(Collectors.toSet())))
                    .forEach(some -> tell(heard, some));
            last = news.getLast().number();
        } finally {
            telling.unlock();
        }
    }

    /** A change as it is told, the same for everybody. */
    private record Telling(Channel channel, byte[] bytes) {}

    private Telling telling(Change change) {
        return new Telling(change.channel(), change.bytes(bookmarks.of(change.number())));
    }

    /** Some at a time, so that most do not wait until the last was looked at. */
    private void tell(List<Telling> heard, Collection<Stream> some) {
        look(some);
        for (var stream : some) {
            heard.stream()
                    .filter(telling -> stream.channels().contains(telling.channel()))
                    .forEach(telling -> stream.send(telling.bytes()));
        }
    }

    private static Collection<List<Stream>> groups(Collection<Stream> all) {
        return all.stream().gather(Gatherers.windowFixed(TOLD_TOGETHER)).toList();
    }

    /** Ends whatever stream may not be heard any more; afterwards only those are left who may hear at this moment. */
    private void look(Collection<Stream> some) {
        admission.refused(some).forEach(Stream::end);
    }

    private void rest(RuntimeException away) {
        LOG.warn("live pages wait: {}", away.getClass().getSimpleName());
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
