package kith.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Brings batches side by side on virtual threads. All that belongs to one topic goes to the same hand, one batch after the other: two hands at the same topic
 * would count its replies past each other.
 */
final class Crew implements AutoCloseable {
    private static final int HANDS = 4;
    private static final int AHEAD = 8;

    private final Consumer<List<Sayings.Ready>> work;
    private final int size;
    private final List<List<Sayings.Ready>> batches = new ArrayList<>();
    private final List<ExecutorService> hands = new ArrayList<>();
    private final List<Future<?>> last = new ArrayList<>();
    private final Semaphore room = new Semaphore(AHEAD);

    Crew(Consumer<List<Sayings.Ready>> work, int size) {
        this.work = work;
        this.size = size;
        for (var n = 0; n < HANDS; n++) {
            batches.add(new ArrayList<>());
            hands.add(Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()));
        }
    }

    void add(String topic, Sayings.Ready ready) {
        var hand = Math.floorMod(topic.hashCode(), HANDS);
        batches.get(hand).add(ready);
        if (batches.get(hand).size() == size) {
            send(hand);
        }
    }

    private void send(int hand) {
        var batch = List.copyOf(batches.get(hand));
        batches.get(hand).clear();
        room.acquireUninterruptibly();
        last.add(hands.get(hand).submit(() -> {
            try {
                work.accept(batch);
            } finally {
                room.release();
            }
        }));
        last.removeIf(Crew::doneWell);
    }

    private static boolean doneWell(Future<?> future) {
        return future.isDone() && future.state() == Future.State.SUCCESS;
    }

    /** Waits until all is brought; what went wrong in a hand goes wrong here. */
    @Override
    public void close() {
        try {
            for (var hand = 0; hand < HANDS; hand++) {
                send(hand);
            }
            for (var future : last) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            hands.forEach(ExecutorService::shutdown);
        }
    }
}
