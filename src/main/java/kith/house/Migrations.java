package kith.house;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** Brings every module's schema up to date, as the owner, and gives the app's role no more than rows. */
final class Migrations {
    /** One number for all nodes that start at the same time on one database ("kith" in ASCII). */
    private static final long QUEUE = 0x6b697468;

    private final HouseDatabase database;
    private final List<Script> scripts;

    Migrations(HouseDatabase database, List<Script> scripts) {
        this.database = database;
        this.scripts = scripts;
    }

    /** What {@link #scripts} amount to for this database. */
    String checksum() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(database.app().user().getBytes(StandardCharsets.UTF_8));
            scripts.forEach(script ->
                    digest.update((script.path() + '\0' + script.text() + '\0').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Runs what is missing; after it the database is exactly as this version of Kith wants it. */
    void run() {
        queued(sql -> {
            modules().forEach(module -> migrate(sql, module, null));
            forbidHistory(sql, modules());
        });
    }

    /** As {@link #run()}, but only the modules that the map names, each up to that version. */
    void run(Map<String, String> lastVersions) {
        queued(sql -> {
            var chosen = modules().stream().filter(lastVersions::containsKey).toList();
            chosen.forEach(module -> migrate(sql, module, lastVersions.get(module)));
            forbidHistory(sql, chosen);
        });
    }

    /** Takes everything away; for a house in which nobody lives. */
    void startOver() {
        queued(sql -> Script.MODULES.forEach(
                module -> sql.run("drop schema if exists %s cascade".formatted(Sql.name(module)))));
    }

    /** Of several nodes that start together one works and the others wait. */
    private void queued(Consumer<Sql> work) {
        try (var connection = database.asOwner()) {
            var sql = new Sql(connection);
            sql.first(row -> true, "select true from pg_advisory_lock(?)", QUEUE);
            refuseNewer(sql);
            work.accept(sql);
        } catch (SQLException e) {
            throw new DatabaseProblem("The database cannot be brought up to date: " + Sql.reason(e), e);
        }
    }

    private List<String> modules() {
        return scripts.stream().map(Script::module).distinct().toList();
    }

    private void migrate(Sql sql, String module, @Nullable String lastVersion) {
        prepare(sql, module);
        var flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(
                        database.jdbcUrl(),
                        database.owner().user(),
                        database.owner().password())
                .defaultSchema(module)
                .createSchemas(false)
                .table("migration")
                .placeholders(Map.of("app", Sql.name(database.app().user())))
                .resourceProvider(new ScriptsOfOneModule(module, scripts))
                .locations("classpath:db/migration/" + module);
        if (lastVersion != null) {
            flyway.target(MigrationVersion.fromVersion(lastVersion));
        }
        try {
            flyway.load().migrate();
        } catch (FlywayException e) {
            throw new HouseProblem(
                    "The tables of %s cannot be brought up to date: %s"
                            .formatted(
                                    module,
                                    String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")),
                    e);
        }
    }

    /** Before the tables exist, so that a migration can take back what a table must not allow. */
    private void prepare(Sql sql, String module) {
        String app = Sql.name(database.app().user());
        Stream.of(
                        "create schema if not exists %1$s",
                        "grant usage on schema %1$s to %2$s",
                        "alter default privileges in schema %1$s grant select, insert, update, delete on tables to %2$s",
                        "alter default privileges in schema %1$s grant usage, select on sequences to %2$s")
                .forEach(statement -> sql.run(statement.formatted(Sql.name(module), app)));
    }

    private void forbidHistory(Sql sql, List<String> modules) {
        modules.forEach(module -> sql.run("revoke insert, update, delete on %s.migration from %s"
                .formatted(Sql.name(module), Sql.name(database.app().user()))));
    }

    /** A version that has run here and that we do not bring can only come from a newer Kith. */
    private void refuseNewer(Sql sql) {
        var ours = scripts.stream().map(Migrations::key).collect(Collectors.toSet());
        var newer = applied(sql).stream().filter(key -> !ours.contains(key)).toList();
        if (!newer.isEmpty()) {
            throw new HouseProblem(("The database was changed by a newer Kith than this one (%s): start that version,"
                            + " or restore a backup made before the change.")
                    .formatted(String.join(", ", newer)));
        }
    }

    /** Every version of every module that ran here, as "module version". */
    static Set<String> applied(Sql sql) {
        return sql.list(row -> row.getString(1), """
                        select distinct table_schema from information_schema.columns
                        where table_name = 'migration' and column_name = 'installed_rank'""").stream()
                .flatMap(module -> sql
                        .list(
                                row -> module + " " + row.getString(1),
                                "select version from %s.migration where version is not null and success"
                                        .formatted(Sql.name(module)))
                        .stream())
                .collect(Collectors.toSet());
    }

    /** The last version of each module that ran here. */
    static Map<String, String> lastVersions(Sql sql) {
        return applied(sql).stream()
                .map(key -> key.split(" ", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0],
                        parts -> parts[1],
                        BinaryOperator.maxBy(Comparator.comparing(MigrationVersion::fromVersion))));
    }

    static String key(Script script) {
        return script.module() + " " + script.version();
    }

    static boolean tableExists(Connection connection, String table) {
        return new Sql(connection).isTrue("select to_regclass(?) is not null", table);
    }
}
