package kith.house;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The house's own PostgreSQL: a child process that keeps its data in the home and stops with us. */
final class EmbeddedPostgres implements AutoCloseable {
    static final String OWNER = "kith_owner";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Postmaster postmaster;
    private final int port;

    private EmbeddedPostgres(Postmaster postmaster, int port) {
        this.postmaster = postmaster;
        this.port = port;
    }

    /** Stops what a crash may have left, makes the cluster where it is missing, and starts it. */
    static EmbeddedPostgres start(Home home, Durability durability, Consumer<String> said) {
        Path data = Cluster.data(home);
        var user = DatabaseUser.of(home, data);
        Postmaster.clear(data);
        try {
            user.enter(home);
            var engine = Engine.unpacked(home, user, said);
            Cluster.ensure(home, engine, user, durability, said);
            return start(home, engine, user, durability);
        } catch (IOException e) {
            throw new HouseProblem("The database in %s cannot be prepared: %s".formatted(home.path(), e), e);
        }
    }

    int port() {
        return port;
    }

    static String password(Home home) {
        byte[] secret = SecretFile.read(home.file("database.password"));
        return new String(secret, StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() {
        postmaster.stop();
    }

    /** Another process can take the port between our look and PostgreSQL's: then we try again with a new one. */
    private static EmbeddedPostgres start(Home home, Engine engine, DatabaseUser user, Durability durability)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = Port.keptIn(home.file("database.port"));
            var postmaster = launch(home, engine, user, durability, port);
            if (awaitReady(postmaster)) {
                return new EmbeddedPostgres(postmaster, port);
            }
            postmaster.stop();
            if (attempt == 3) {
                throw new HouseProblem("The database did not start: " + DatabaseLog.lastWords(home));
            }
        }
    }

    private static Postmaster launch(Home home, Engine engine, DatabaseUser user, Durability durability, int port)
            throws IOException {
        // A session of its own: Ctrl-C in the terminal must reach us first, and the database only through us.
        var command = new ArrayList<>(List.of("setsid"));
        command.addAll(user.prefix());
        command.add(engine.program("postgres"));
        command.addAll(PostgresSettings.arguments(Cluster.data(home), port, durability));
        File log = DatabaseLog.fresh(home).toFile();
        var process = Run.builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        process.getOutputStream().close();
        return new Postmaster(process.toHandle(), Cluster.data(home));
    }

    private static boolean awaitReady(Postmaster postmaster) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (postmaster.isReady()) {
                return true;
            }
            if (postmaster.endsWithin(Duration.ofMillis(10))) {
                return false;
            }
        }
        return Files.exists(postmaster.data()) && postmaster.isReady();
    }
}
