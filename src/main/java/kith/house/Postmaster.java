package kith.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running database server of one data folder, known by the file that it leaves there. */
record Postmaster(ProcessHandle process, Path data) {
    private static final int STATUS_LINE = 7;

    /** The one that runs on this folder, if any. */
    static Optional<Postmaster> runningOn(Path data) {
        return pidIn(data.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(process -> serves(process, data))
                .map(process -> new Postmaster(process, data));
    }

    /** Stops the one that a crash left; only for whoever holds the house's lock. */
    static void clear(Path data) {
        runningOn(data).ifPresent(Postmaster::stop);
        try {
            // The dead one's number may be another program's by now, and PostgreSQL would wait for it.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new HouseProblem("The file postmaster.pid in %s was left by a crash; delete it.".formatted(data), e);
        }
    }

    boolean isReady() {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends all connections, writes everything down and stops. */
    void stop() {
        signal("INT");
        if (!endsWithin(Duration.ofSeconds(60))) {
            signal("QUIT");
            endsWithin(Duration.ofSeconds(10));
        }
    }

    boolean endsWithin(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void signal(String name) {
        Run.of(List.of("sh", "-c", "kill -%s %d".formatted(name, process.pid())));
    }

    private static Optional<Long> pidIn(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean serves(ProcessHandle process, Path data) {
        try {
            var command = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
            return List.of(command.split("\0", -1)).contains(latin(data));
        } catch (IOException gone) {
            return false;
        }
    }

    private static String latin(Path data) {
        return new String(data.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
