package kith.house;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The home's own database: started by the process that holds the lock, shared with the others. */
final class EmbeddedDatabase {
    private static final Duration STARTING = Duration.ofSeconds(90);
    private static final Duration ANOTHER_COMMAND = Duration.ofMinutes(30);

    private EmbeddedDatabase() {}

    static HouseDatabase open(Home home, Purpose purpose, Consumer<String> said) {
        home.ready();
        var lock = HouseLock.tryHold(home);
        if (lock.isPresent()) {
            return start(home, lock.get(), purpose, said);
        }
        if (purpose == Purpose.SERVE) {
            throw new HouseProblem("This house (%s) is already running%s; stop that one first, or choose another home."
                    .formatted(home.path(), who(home)));
        }
        return joinOrWait(home, said);
    }

    private static HouseDatabase start(Home home, HouseLock lock, Purpose purpose, Consumer<String> said) {
        var leaving = new ArrayDeque<Runnable>(List.of(lock::close));
        try {
            var postgres = EmbeddedPostgres.start(home, Durability.SAFE, said);
            leaving.addFirst(postgres::close);
            lock.announce(purpose, postgres.port());
            var database = at(home, postgres.port(), () -> leaving.forEach(Runnable::run));
            ensureDatabase(database);
            return database;
        } catch (RuntimeException e) {
            leaving.forEach(Runnable::run);
            throw e;
        }
    }

    /** A running house's database is joined; another command's would stop under us, so we wait for its end. */
    private static HouseDatabase joinOrWait(Home home, Consumer<String> said) {
        Instant start = Instant.now();
        boolean told = false;
        while (Instant.now().isBefore(start.plus(ANOTHER_COMMAND))) {
            var holder = HouseLock.holder(home);
            if (holder.isPresent() && holder.get().purpose() == Purpose.SERVE) {
                return at(home, holder.get().port(), () -> {});
            }
            var lock = HouseLock.tryHold(home);
            if (lock.isPresent()) {
                return start(home, lock.get(), Purpose.COMMAND, said);
            }
            if (!told && Instant.now().isAfter(start.plusSeconds(2))) {
                said.accept("Waiting for another command on this house" + who(home));
                told = true;
            }
            pause(holder.isEmpty() && Instant.now().isAfter(start.plus(STARTING)));
        }
        throw new HouseProblem("Another command on this house%s does not end.".formatted(who(home)));
    }

    static HouseDatabase at(Home home, int port, Runnable leaving) {
        return at("kith", port, EmbeddedPostgres.password(home), leaving);
    }

    static HouseDatabase at(String name, int port, String password, Runnable leaving) {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable&reWriteBatchedInserts=true"
                .formatted(port, name);
        var owner = new HouseDatabase.Login(EmbeddedPostgres.OWNER, password);
        var app = new HouseDatabase.Login("kith_app", Roles.derived(password, "kith_app"));
        return new HouseDatabase(url, owner, app, leaving);
    }

    private static void ensureDatabase(HouseDatabase database) {
        try (var there = database.asOwner()) {
            there.isValid(1);
        } catch (DatabaseProblem e) {
            if (!e.state().equals("3D000")) {
                throw e;
            }
            create(database);
        } catch (SQLException e) {
            throw new DatabaseProblem("The database cannot be reached: " + Sql.reason(e), e);
        }
    }

    private static void create(HouseDatabase database) {
        String url = database.jdbcUrl().replace("/kith?", "/postgres?");
        try (var connection = new HouseDatabase(url, database.owner(), database.app(), () -> {}).asOwner()) {
            new Sql(connection).run("create database kith");
        } catch (SQLException e) {
            throw new DatabaseProblem("The database cannot be made: " + Sql.reason(e), e);
        }
    }

    private static String who(Home home) {
        return Optional.of(home)
                .flatMap(HouseLock::holder)
                .map(holder -> " (process %d)".formatted(holder.pid()))
                .orElse("");
    }

    private static void pause(boolean tooLong) {
        if (tooLong) {
            throw new HouseProblem("Another process holds this house but does not get ready; look for it and end it.");
        }
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HouseProblem("Kith was asked to stop.", e);
        }
    }
}
