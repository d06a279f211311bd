package kith.notification;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells members outside the house by the clock: topics whose short delay is over, and digests whose hour has come. */
@Component
class Ringing {
    private static final Logger LOG = LoggerFactory.getLogger(Ringing.class);

    private final Bundles bundles;
    private final Telling telling;
    private final Digests digests;

    Ringing(Bundles bundles, Telling telling, Digests digests) {
        this.bundles = bundles;
        this.telling = telling;
        this.digests = digests;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void ring() {
        List<UUID> due;
        do {
            due = bundles.due();
            due.forEach(one -> each(() -> telling.tell(one)));
        } while (!due.isEmpty());
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 15_000)
    void digest() {
        digests.due().forEach(one -> each(() -> digests.send(one)));
    }

    /** One that fails waits for its claim to end and keeps nobody else waiting. */
    private static void each(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException failed) {
            LOG.warn("news waits: {}", failed.getClass().getSimpleName());
        }
    }
}
