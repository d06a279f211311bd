package kith;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/** Does nothing at any time, so that a test says when something happens. */
public final class Asleep implements TaskScheduler {
    @Override
    public @Nullable ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public ScheduledFuture<?> schedule(Runnable task, Instant start) {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant start, Duration period) {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant start, Duration delay) {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
        return null;
    }
}
