package kith.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Fills an empty database with a saved house, in one transaction that ends only when every row is proved. */
record Restore(HouseDatabase database, SavedHouse house, Terminal terminal) {
    /** A link between tables, dropped while rows come in any order, then made again, which proves it. */
    private record Link(String table, String name, String definition) {}

    /** The last step runs inside the transaction: what it throws undoes everything. */
    void run(Runnable lastStep) {
        try (var connection = database.asOwner()) {
            var sql = new Sql(connection);
            sql.run(Backup.PLAIN_VALUES);
            connection.setAutoCommit(false);
            load(sql);
            lastStep.run();
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseProblem("The house cannot be restored: " + Sql.reason(e), e);
        }
    }

    private void load(Sql sql) {
        var tables = house.manifest().tables().stream()
                .map(Table::of)
                .collect(Collectors.toMap(Table::plainName, Function.identity()));
        var links = links(sql);
        links.forEach(link -> sql.run("alter table %s drop constraint %s".formatted(link.table(), link.name())));
        // All tables of these modules, also those the backup has no rows for: a migration may have put some in.
        var all = Table.all(sql).stream().map(Table::sqlName).toList();
        all.forEach(table -> sql.run("alter table %s disable trigger user".formatted(table)));
        sql.run("truncate " + String.join(", ", all));
        fill(sql, tables);
        all.forEach(table -> sql.run("alter table %s enable trigger user".formatted(table)));
        links.forEach(link ->
                sql.run("alter table %s add constraint %s %s".formatted(link.table(), link.name(), link.definition())));
        house.manifest().counters().forEach(counter -> set(sql, counter));
        house.manifest().tables().forEach(saved -> prove(sql, saved));
        sql.update(
                "insert into house.installed (checksum, key_mark, app_role) values ('', ?, ?)",
                house.manifest().keyMark(),
                database.app().user());
    }

    private void fill(Sql sql, Map<String, Table> tables) {
        long total = house.manifest().tables().stream()
                .mapToLong(Manifest.Saved::rows)
                .sum();
        var done = new long[1];
        house.each((name, rows) -> {
            var table = tables.get(name);
            if (table != null) {
                done[0] += copyIn(sql, table, rows);
                terminal.progress("Restoring", done[0], total);
            }
        });
    }

    private static long copyIn(Sql sql, Table table, InputStream rows) throws IOException {
        try {
            return sql.connection().unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn(), rows);
        } catch (SQLException e) {
            throw new DatabaseProblem(
                    "The rows of %s cannot be restored: %s".formatted(table.plainName(), Sql.reason(e)), e);
        }
    }

    private static void set(Sql sql, Manifest.Counter counter) {
        sql.first(
                row -> true, "select setval(?::regclass, ?, ?)", counter.sequence(), counter.value(), counter.called());
    }

    private static void prove(Sql sql, Manifest.Saved saved) {
        var sum = new RowSum(OutputStream.nullOutputStream(), () -> {});
        try {
            sql.connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(Table.of(saved).copyOut(), sum);
        } catch (SQLException | IOException e) {
            throw new HouseProblem("The rows of %s cannot be read back.".formatted(saved.table()), e);
        }
        if (sum.rows() != saved.rows() || !sum.sum().equals(saved.sum())) {
            throw new HouseProblem("The rows of %s came back changed; nothing was restored.".formatted(saved.table()));
        }
    }

    private static List<Link> links(Sql sql) {
        return sql.list(row -> new Link(row.getString(1), Sql.name(row.getString(2)), row.getString(3)), """
                select format('%I.%I', n.nspname, r.relname), c.conname, pg_get_constraintdef(c.oid)
                from pg_constraint c
                join pg_class r on r.oid = c.conrelid
                join pg_namespace n on n.oid = r.relnamespace
                where c.contype = 'f' and c.conparentid = 0 and n.nspname = any (?)""", (Object)
                Script.MODULES.toArray(String[]::new));
    }
}
