package kith.search;

import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the index near what is said: reads what was noted within seconds, and looks every minute for what came without saying so. */
@Component
class Indexing {
    private static final int BATCH = 250;
    private static final int STRIDE = 5_000;
    private static final Duration TURN = Duration.ofSeconds(20);

    private final Documents documents;

    Indexing(Documents documents) {
        this.documents = documents;
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 4_000)
    void read() {
        var end = System.nanoTime() + TURN.toNanos();
        int read;
        do {
            read = documents.readAsHouse(BATCH);
        } while (read == BATCH && System.nanoTime() < end);
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 8_000)
    void seek() {
        var end = System.nanoTime() + TURN.toNanos();
        int found;
        do {
            found = documents.seekAsHouse(STRIDE);
        } while (found >= STRIDE && System.nanoTime() < end);
    }

    /** Reads all that there is to read, for whoever cannot wait: an import, a measurement. */
    void catchUpAsHouse() {
        int noted;
        do {
            noted = documents.seekAsHouse(STRIDE);
            noted += documents.readAsHouse(BATCH);
        } while (noted > 0 || documents.waitsAsHouse());
    }
}
