package kith.house;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/** Writes the whole house, as it was at one moment, into a stream. */
record Backup(HouseDatabase database, HouseKey key, Terminal terminal) {
    /** What decides how COPY writes a value; the same when it is read and when it is checked. */
    static final String PLAIN_VALUES =
            "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex';"
                    + " set client_encoding = 'UTF8'";

    /** The key goes in only where the contents are locked. */
    Manifest write(OutputStream out, boolean withKey) throws IOException {
        try (var connection = database.asOwner();
                var zip = new ZipOutputStream(out)) {
            var sql = new Sql(connection);
            sql.run(PLAIN_VALUES);
            sql.run("begin transaction isolation level repeatable read, read only");
            var manifest = manifest(sql, tables(sql, zip));
            if (withKey) {
                put(zip, "key", key.bytes());
            }
            put(zip, "manifest.json", JsonMapper.shared().writeValueAsBytes(manifest));
            sql.run("commit");
            return manifest;
        } catch (SQLException e) {
            throw new DatabaseProblem("The database cannot be saved: " + Sql.reason(e), e);
        }
    }

    private List<Manifest.Saved> tables(Sql sql, ZipOutputStream zip) throws IOException, SQLException {
        var tables = Table.all(sql);
        long total = 0;
        for (var table : tables) {
            total += sql.first(row -> row.getLong(1), "select count(*) from " + table.sqlName())
                    .orElse(0L);
        }
        var counting = new Counting(terminal, "Saving", total);
        var saved = new ArrayList<Manifest.Saved>();
        for (var table : tables) {
            saved.add(save(sql, zip, table, counting));
        }
        return saved;
    }

    private static Manifest.Saved save(Sql sql, ZipOutputStream zip, Table table, Counting counting)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry("tables/" + table.plainName()));
        var sum = new RowSum(zip, counting::one);
        sql.connection().unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), sum);
        zip.closeEntry();
        return new Manifest.Saved(table.plainName(), table.columns(), sum.rows(), sum.sum());
    }

    private static Manifest manifest(Sql sql, List<Manifest.Saved> tables) {
        String mark = sql.first(row -> row.getString(1), "select key_mark from house.installed")
                .orElseThrow();
        return new Manifest(
                Manifest.FORMAT, Instant.now().toString(), Migrations.lastVersions(sql), mark, tables, counters(sql));
    }

    private static List<Manifest.Counter> counters(Sql sql) {
        return sql
                .list(
                        row -> Sql.name(row.getString(1)) + "." + Sql.name(row.getString(2)),
                        "select schemaname, sequencename from pg_sequences where schemaname = any (?) order by 1, 2",
                        (Object) Script.MODULES.toArray(String[]::new))
                .stream()
                .flatMap(name -> sql
                        .list(
                                row -> new Manifest.Counter(name, row.getLong(1), row.getBoolean(2)),
                                "select last_value, is_called from " + name)
                        .stream())
                .toList();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
