package kith.house;

import java.sql.SQLException;
import java.util.List;

/** What the app gets to live with: its home, its key and its own, lesser, login. */
public record Installation(Home home, HouseKey key, String jdbcUrl, HouseDatabase.Login login, boolean demo) {
    /** Migrates if need be, and refuses a house of the other kind or with another key. */
    static Installation of(Home home, HouseDatabase database, HouseKey key, Mark mark) {
        return of(home, database, key, mark, Script.all());
    }

    static Installation of(Home home, HouseDatabase database, HouseKey key, Mark mark, List<Script> scripts) {
        var migrations = new Migrations(database, scripts);
        try (var connection = database.asOwner()) {
            var sql = new Sql(connection);
            checkRole(sql, database);
            if (!upToDate(sql, migrations)) {
                migrations.run();
                firstMark(sql, database, key, mark);
                sql.update("update house.installed set checksum = ?, installed_at = now()", migrations.checksum());
            }
            checkKey(sql, key);
            boolean demo = sql.isTrue("select is_demo from house.house");
            mark.check(home, demo);
            return new Installation(home, key, database.jdbcUrl(), database.app(), demo);
        } catch (SQLException e) {
            throw new DatabaseProblem("The database cannot be read: " + Sql.reason(e), e);
        }
    }

    private static boolean upToDate(Sql sql, Migrations migrations) {
        return Migrations.tableExists(sql.connection(), "house.installed")
                && sql.isTrue("select checksum = ? from house.installed", migrations.checksum());
    }

    private static void firstMark(Sql sql, HouseDatabase database, HouseKey key, Mark mark) {
        sql.update("insert into house.house (is_demo) values (?) on conflict do nothing", mark == Mark.DEMO);
        sql.update(
                "insert into house.installed (checksum, key_mark, app_role) values ('', ?, ?) on conflict do nothing",
                key.mark(),
                database.app().user());
    }

    /** Each migration opened its tables to one role; another would find them closed. */
    private static void checkRole(Sql sql, HouseDatabase database) {
        if (!Migrations.tableExists(sql.connection(), "house.installed")) {
            return;
        }
        sql.first(
                        row -> row.getString(1),
                        "select app_role from house.installed where app_role <> ?",
                        database.app().user())
                .ifPresent(role -> {
                    throw new HouseProblem(("The database was made for the role %s, not for %s: name that one in"
                                    + " KITH_DATABASE_APP_USER, or restore a backup into a new database.")
                            .formatted(role, database.app().user()));
                });
    }

    private static void checkKey(Sql sql, HouseKey key) {
        if (!sql.isTrue("select key_mark = ? from house.installed", key.mark())) {
            throw new HouseProblem("This is not the key that the house was made with: bring back its file \"key\" (or"
                    + " KITH_KEY); without it what members protected cannot be read.");
        }
    }
}
