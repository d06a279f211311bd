package kith.conversation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Where pictures are drawn anew: one at a time on a node and apart from the threads that answer requests, so that neither memory nor pages suffer. An upload
 * waits on disk until it is its turn.
 */
@Component
class DrawingRoom implements AutoCloseable {
    /** How large a file may be. */
    static final int MOST_BYTES = 12 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final int MOST_WAITING = 12;

    private final ThreadPoolExecutor table = new ThreadPoolExecutor(
            1,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform()
                    .daemon()
                    .name("pictures")
                    .priority(Thread.MIN_PRIORITY)
                    .factory());

    DrawingRoom() {
        table.allowCoreThreadTimeOut(true);
    }

    /** What came of it. */
    sealed interface Result {
        record Drawn(Redrawn picture) implements Result {}

        record Refused(String key) implements Result {}
    }

    Result draw(InputStreamSource upload) {
        try {
            return table.submit(() -> drawn(upload)).get();
        } catch (RejectedExecutionException full) {
            return new Result.Refused("conversation.picture.busy");
        } catch (ExecutionException broken) {
            return new Result.Refused("conversation.picture.unreadable");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Result.Refused("conversation.picture.busy");
        }
    }

    private static Result drawn(InputStreamSource upload) {
        try (var in = upload.getInputStream()) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? new Result.Refused("conversation.picture.heavy")
                    : new Result.Drawn(Redrawing.of(bytes, PATIENCE));
        } catch (IOException | RuntimeException unreadable) {
            return new Result.Refused("conversation.picture.unreadable");
        }
    }

    @Override
    public void close() {
        table.shutdownNow();
    }
}
