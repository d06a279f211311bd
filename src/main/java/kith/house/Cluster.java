package kith.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** The database's folder on disk: made once, whole or not at all. */
final class Cluster {
    private Cluster() {}

    static Path data(Home home) {
        return home.file("database");
    }

    static void ensure(Home home, Engine engine, DatabaseUser user, Durability durability, Consumer<String> said)
            throws IOException {
        if (Files.exists(data(home))) {
            checkVersion(home, engine);
        } else {
            said.accept("Making the database");
            make(home, engine, user, durability);
        }
    }

    /** An interrupted making leaves only the folder database.new, which the next start throws away. */
    private static void make(Home home, Engine engine, DatabaseUser user, Durability durability) throws IOException {
        Path half = home.file("database.new");
        Path password = home.file("database.password.new");
        Archive.delete(half);
        Files.createDirectory(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(half);
        SecretFile.write(
                password, HexFormat.of().formatHex(SecretFile.random(32)).getBytes());
        user.own(password);
        var made = Run.of(initdb(engine, user, durability, half, password));
        if (!made.worked()) {
            throw new HouseProblem("The database could not be made: " + made.lastLine());
        }
        SecretFile.write(home.file("database.password"), Files.readAllBytes(password));
        Files.delete(password);
        Files.move(half, data(home), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> initdb(
            Engine engine, DatabaseUser user, Durability durability, Path data, Path password) {
        var command = new ArrayList<>(user.prefix());
        command.addAll(List.of(engine.program("initdb"), "-D", data.toString(), "-U", EmbeddedPostgres.OWNER));
        command.addAll(List.of("--pwfile=" + password, "--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8"));
        command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
        if (durability == Durability.SCRATCH) {
            command.add("--no-sync");
        }
        return command;
    }

    private static void checkVersion(Home home, Engine engine) throws IOException {
        String made = Files.readString(data(home).resolve("PG_VERSION")).strip();
        String ours = Run.of(List.of(engine.program("postgres"), "--version")).lastLine();
        if (!ours.matches(".*\\s" + made + "[.\\s].*")) {
            throw new HouseProblem(("The database was made by PostgreSQL %s, and this Kith brings %s: back up with the"
                            + " version that made it, then restore into a new home.")
                    .formatted(made, ours));
        }
    }
}
