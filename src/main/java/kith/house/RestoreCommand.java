package kith.house;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** bin/kith restore FILE: brings a saved house back into an empty one; nothing is changed before all is checked. */
record RestoreCommand(Home home, Map<String, String> environment, List<Script> scripts) implements Command {
    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String usage() {
        return "FILE [--home DIR]";
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) {
        Path file = Path.of(arguments.rest(1, 1).getFirst()).toAbsolutePath();
        var house = SavedHouse.checked(file, environment, terminal);
        refuseNewer(house.manifest());
        terminal.step("The backup of %s is whole".formatted(house.manifest().savedAt()));
        home.ready();
        refuseRunning();
        try (var database = HouseDatabase.open(home, environment, Purpose.COMMAND, terminal::say)) {
            restore(database, house, terminal);
        }
        return 0;
    }

    private void restore(HouseDatabase database, SavedHouse house, Terminal terminal) {
        refuseInhabited(database);
        var migrations = new Migrations(database, scripts);
        migrations.startOver();
        migrations.run(house.manifest().versions());
        new Restore(database, house, terminal).run(() -> bringKey(house));
        migrations.run();
        long rows = house.manifest().tables().stream()
                .mapToLong(Manifest.Saved::rows)
                .sum();
        terminal.step("%d rows are back, each of them checked".formatted(rows));
        if (house.key() == null
                && !HouseKey.of(home, environment)
                        .mark()
                        .equals(house.manifest().keyMark())) {
            terminal.say("  This backup holds no key: put the house's own file \"key\" into %s before you open it."
                    .formatted(home.path()));
        }
        terminal.say(
                home.file(ErasedFile.NAME).toFile().exists()
                        ? "  Who left for good since this backup is removed again when the house opens."
                        : "  Put the lost house's file \"erased\" into %s before you open it: who left for good since this backup is then removed again."
                                .formatted(home.path()));
    }

    private void bringKey(SavedHouse house) {
        byte[] key = house.key();
        if (key == null
                || HouseKey.of(home, environment).mark().equals(house.manifest().keyMark())) {
            return;
        }
        if (environment.containsKey("KITH_KEY")) {
            throw new HouseProblem(
                    "KITH_KEY is not the key of the saved house; take it away to restore the saved one.");
        }
        try {
            SecretFile.write(home.file("key"), key);
        } catch (IOException e) {
            throw new HouseProblem("The key cannot be written to %s.".formatted(home.path()), e);
        }
    }

    private void refuseRunning() {
        if (HouseLock.holder(home).filter(HouseLock.Holder::isAlive).isPresent()) {
            throw running();
        }
    }

    private HouseProblem running() {
        return new HouseProblem(
                "The house in %s is running; a backup is restored into an empty, stopped one.".formatted(home.path()));
    }

    private void refuseInhabited(HouseDatabase database) {
        try (var connection = database.asOwner()) {
            if (Migrations.tableExists(connection, "house.house")
                    && new Sql(connection).isTrue("select bool_or(name is not null) from house.house")) {
                throw new HouseProblem("Somebody lives in %s already; a backup is restored into an empty house."
                        .formatted(home.path()));
            }
            if (new Sql(connection)
                    .isTrue(
                            "select exists (select from pg_stat_activity where datname = current_database() and usename = ?)",
                            database.app().user())) {
                throw running();
            }
        } catch (SQLException e) {
            throw new DatabaseProblem("The database cannot be read: " + Sql.reason(e), e);
        }
    }

    private void refuseNewer(Manifest manifest) {
        var ours = scripts.stream().map(Migrations::key).collect(Collectors.toSet());
        boolean newer = manifest.versions().entrySet().stream()
                .anyMatch(version -> !ours.contains(version.getKey() + " " + version.getValue()));
        if (newer || manifest.format() > Manifest.FORMAT) {
            throw new HouseProblem("This backup was made by a newer Kith; restore it with that version.");
        }
    }
}
