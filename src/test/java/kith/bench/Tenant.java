package kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The house under measurement: bin/serve in a process of its own, with its database. */
final class Tenant implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;
    private final int port;
    private final Process process;
    /** From the call of the script to the first page, asked for every 50 ms. */
    final double secondsToFirstPage;

    private Tenant(Path home, int port, Process process, double secondsToFirstPage) {
        this.home = home;
        this.port = port;
        this.process = process;
        this.secondsToFirstPage = secondsToFirstPage;
    }

    static Tenant open(Path root, Path home, int port) throws IOException {
        var begin = Instant.now();
        var process = new ProcessBuilder(List.of(
                        root.resolve("bin/serve").toString(), "--demo", "--home", home.toString(), "--port", "" + port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolveSibling(home.getFileName() + ".log").toFile()))
                .start();
        while (!answers(port)) {
            if (!process.isAlive() || Instant.now().isAfter(begin.plus(PATIENCE))) {
                process.destroy();
                throw new IOException("the house does not open; see " + home + ".log");
            }
            pause(50);
        }
        return new Tenant(home, port, process, Duration.between(begin, Instant.now()).toMillis() / 1000.0);
    }

    private static boolean answers(int port) {
        try (var wire = new Wire(port)) {
            return wire.get("/", "").status() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** The process of PostgreSQL that all its others are children of. */
    long postmaster() throws IOException {
        try (var files = Files.find(home, 3, (path, kind) -> path.endsWith("postmaster.pid"))) {
            return Long.parseLong(Files.readAllLines(files.findFirst().orElseThrow()).getFirst());
        }
    }

    Connection asOwner() throws SQLException, IOException {
        return connect("kith_owner", Files.readString(home.resolve("database.password")).strip());
    }

    private Connection connect(String user, String password) throws IOException, SQLException {
        var at = Files.readString(home.resolve("database.port")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + at + "/kith?sslmode=disable&gssEncMode=disable", user, password);
    }

    static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
