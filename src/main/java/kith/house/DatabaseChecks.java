package kith.house;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the database says about itself and about the house in it. */
record DatabaseChecks(HouseDatabase database, HouseKey key, List<Script> scripts) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    List<Finding> all() {
        try (var connection = database.asOwner()) {
            var sql = new Sql(connection);
            var server = Stream.of(
                    Finding.ok("The database answers: PostgreSQL " + setting(sql, "server_version")),
                    on(sql, "data_checksums", "a damaged disk would go unnoticed; turn them on with pg_checksums"),
                    on(sql, "fsync", "a power cut loses what members wrote; turn it on"),
                    on(sql, "full_page_writes", "a power cut can damage the database; turn it on"));
            return Stream.concat(server, house(sql)).toList();
        } catch (SQLException e) {
            return List.of(Finding.wrong("The database cannot be read: " + Sql.reason(e)));
        }
    }

    /** Whether the tables are those of this Kith, so that its modules can read them. */
    boolean current() {
        try (var connection = database.asOwner()) {
            return Migrations.tableExists(connection, "house.installed")
                    && Migrations.applied(new Sql(connection)).equals(ours());
        } catch (SQLException e) {
            return false;
        }
    }

    private Set<String> ours() {
        return scripts.stream().map(Migrations::key).collect(Collectors.toSet());
    }

    private Stream<Finding> house(Sql sql) {
        if (!Migrations.tableExists(sql.connection(), "house.installed")) {
            return Stream.of(Finding.ok("No tables yet; bin/serve makes them"));
        }
        return Stream.of(versions(sql), key(sql), address(sql));
    }

    private Finding versions(Sql sql) {
        var ours = ours();
        var there = Migrations.applied(sql);
        if (!ours.containsAll(there)) {
            return Finding.wrong("The tables were changed by a newer Kith; start that version");
        }
        return there.containsAll(ours)
                ? Finding.ok("The tables are up to date")
                : Finding.warn("The tables are of an older Kith; the next bin/serve brings them up to date");
    }

    private Finding key(Sql sql) {
        return sql.isTrue("select key_mark = ? from house.installed", key.mark())
                ? Finding.ok("The key is the one that the house was made with")
                : Finding.wrong("The key is not the one that the house was made with: bring back the file \"key\"");
    }

    private Finding address(Sql sql) {
        var address = text(sql, "select address from house.house").map(URI::create);
        if (address.isEmpty()) {
            return Finding.warn("The house has no address yet; its operator gives it one at /house/edit");
        }
        boolean safe = "https".equals(address.get().getScheme())
                || HERE.contains(String.valueOf(address.get().getHost()));
        return safe
                ? Finding.ok("Members come to " + address.get())
                : Finding.wrong("Members come to %s unprotected: put it behind https".formatted(address.get()));
    }

    private static Finding on(Sql sql, String setting, String otherwise) {
        return setting(sql, setting).equals("on")
                ? Finding.ok("%s is on".formatted(setting))
                : Finding.wrong("%s is off: %s".formatted(setting, otherwise));
    }

    private static String setting(Sql sql, String name) {
        return text(sql, "select current_setting(%s)".formatted(Sql.literal(name)))
                .orElse("");
    }

    private static Optional<String> text(Sql sql, String query) {
        return sql.list(row -> Optional.ofNullable(row.getString(1)), query).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
