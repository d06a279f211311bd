package kith.live;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Numbers, after each commit, what modules said. */
@Component
class Courier implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private final Semaphore woken = new Semaphore(0);
    private final Changes changes;
    private volatile boolean running;

    Courier(Changes changes) {
        this.changes = changes;
    }

    void wake() {
        woken.release();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("live-courier").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wake();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                woken.tryAcquire(5, TimeUnit.SECONDS);
                woken.drainPermits();
                if (running && changes.unnumbered()) {
                    changes.number();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException away) {
                LOG.warn("live pages wait: {}", away.getClass().getSimpleName());
            }
        }
    }
}
