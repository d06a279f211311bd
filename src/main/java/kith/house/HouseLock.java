package kith.house;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says which one process runs a home's database; the kernel lets go of it when that process dies. */
final class HouseLock implements AutoCloseable {
    /** A second channel on the same file, once closed, would lose this process its lock: never open one. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Home home;
    private final FileChannel channel;

    private HouseLock(Home home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Who holds the lock and at which port the database answers. */
    record Holder(long pid, Purpose purpose, int port) {
        boolean isAlive() {
            return ProcessHandle.of(pid).isPresent();
        }
    }

    static Optional<HouseLock> tryHold(Home home) {
        Path file = home.file("house.lock");
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        var held = Optional.ofNullable(lock(home, file));
        if (held.isEmpty()) {
            HELD.remove(file);
        }
        return held;
    }

    /** Tells other processes where to find the database. */
    void announce(Purpose purpose, int port) {
        String line = "%d %s %d".formatted(ProcessHandle.current().pid(), purpose, port);
        try {
            SecretFile.write(home.file("house.running"), line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HouseProblem("The folder %s cannot be written.".formatted(home.path()), e);
        }
    }

    /** What the holder announced; empty while it is still starting. */
    static Optional<Holder> holder(Home home) {
        try {
            String[] words =
                    Files.readString(home.file("house.running")).strip().split(" ", -1);
            return Optional.of(
                    new Holder(Long.parseLong(words[0]), Purpose.valueOf(words[1]), Integer.parseInt(words[2])));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(home.file("house.running"));
            channel.close();
        } catch (IOException e) {
            throw new HouseProblem("The lock of %s cannot be let go.".formatted(home.path()), e);
        } finally {
            HELD.remove(home.file("house.lock"));
        }
    }

    private static @Nullable HouseLock lock(Home home, Path file) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return null;
            }
            Files.deleteIfExists(home.file("house.running"));
            return new HouseLock(home, channel);
        } catch (IOException e) {
            throw new HouseProblem("The folder %s cannot be written.".formatted(home.path()), e);
        }
    }
}
