package kith.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Debian's PostgreSQL 15, the oldest that Kith lives on, started for one JVM where it is installed. */
final class DebiansPostgres implements AutoCloseable {
    private static final Path DEBIANS = Path.of("/usr/lib/postgresql/15");

    private final Postmaster postmaster;
    private final int port;

    private DebiansPostgres(Postmaster postmaster, int port) {
        this.postmaster = postmaster;
        this.port = port;
    }

    static boolean installed() {
        return Files.isDirectory(DEBIANS);
    }

    /** A new cluster in {@code scratch}, with a superuser of this name and password. */
    static DebiansPostgres start(Home scratch, String superuser, String password) {
        try {
            var data = Cluster.data(scratch);
            var user = DatabaseUser.of(scratch, data);
            user.enter(scratch);
            Files.createDirectory(data);
            user.own(data);
            initdb(scratch, user, superuser, password);
            return launch(scratch, user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        postmaster.stop();
    }

    static Home scratch() {
        try {
            return new Home(Files.createTempDirectory("kith-external"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void initdb(Home scratch, DatabaseUser user, String superuser, String password) throws IOException {
        var secret = Files.writeString(scratch.file("password"), password);
        user.own(secret);
        var command = as(user, "initdb", "-D", Cluster.data(scratch).toString(), "-U", superuser, "--no-sync");
        command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + secret, "--locale=C.UTF-8", "--encoding=UTF8"));
        var made = Run.of(command);
        if (!made.worked()) {
            throw new IllegalStateException(made.output());
        }
    }

    private static DebiansPostgres launch(Home scratch, DatabaseUser user) throws IOException {
        int port = Port.free();
        var data = Cluster.data(scratch);
        var command = as(user, "postgres", "-D", data.toString(), "-p", Integer.toString(port));
        command.addAll(List.of("-c", "fsync=off", "-c", "max_connections=200", "-c", "unix_socket_directories="));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1"));
        var process = Run.builder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.file("log").toFile())
                .start();
        var postmaster = new Postmaster(process.toHandle(), data);
        while (!postmaster.isReady()) {
            if (postmaster.endsWithin(Duration.ofMillis(20))) {
                throw new IllegalStateException(Files.readString(scratch.file("log")));
            }
        }
        return new DebiansPostgres(postmaster, port);
    }

    private static List<String> as(DatabaseUser user, String program, String... words) {
        var command = new ArrayList<>(user.prefix());
        command.add(DEBIANS.resolve("bin").resolve(program).toString());
        command.addAll(List.of(words));
        return command;
    }
}
