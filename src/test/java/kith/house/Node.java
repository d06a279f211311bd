package kith.house;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import kith.Visitor;

/** One node of a house in a process of its own, which a test may kill as a power cut does. */
public final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final int port;
    private final Process process;

    private Node(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    static Node open(Map<String, String> environment) {
        try {
            var home = Files.createTempDirectory("kith-node");
            var port = Port.free();
            var builder = new ProcessBuilder(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx400m",
                    "-cp",
                    asInstalled(),
                    "kith.Kith",
                    "serve",
                    "--home",
                    home.toString(),
                    "--port",
                    "" + port);
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(home.resolve("log").toFile());
            return new Node(home, port, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what only tests bring. */
    private static String asInstalled() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until it answers. */
    public Node ready() {
        var end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("the node does not open: " + log());
            }
        }
        return this;
    }

    private boolean answers() {
        try {
            Thread.sleep(100);
            return new Visitor(port).get("/help").status() > 0;
        } catch (UncheckedIOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public String log() {
        try {
            return Files.readString(home.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** SIGKILL: no hook runs, nothing is put in order. */
    public void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
        try {
            Archive.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
