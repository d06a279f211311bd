package kith.house;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.util.PasswordUtil;

/** The app's role: it may read and write rows, and change nothing of the shape. */
final class Roles {
    private static final int OLDEST = 150_000;

    private Roles() {}

    /** The same on every node that knows the owner's password, and no way back to it. */
    static String derived(String ownerPassword, String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    static HouseDatabase prepare(HouseDatabase database) {
        try (var connection = database.asOwner()) {
            var sql = new Sql(connection);
            checkVersion(sql);
            if (!sql.isTrue(
                    "select exists (select from pg_roles where rolname = ?)",
                    database.app().user())) {
                create(sql, database);
            } else if (!canEnter(database)) {
                sql.run("alter role %s login password %s"
                        .formatted(Sql.name(database.app().user()), verifier(database.app())));
            }
            limit(sql, database);
            return database;
        } catch (DatabaseProblem e) {
            throw e.state().equals("42501") ? mayNot(database) : e;
        } catch (SQLException e) {
            throw new DatabaseProblem("The database cannot be prepared: " + Sql.reason(e), e);
        }
    }

    private static void create(Sql sql, HouseDatabase database) throws SQLException {
        String role = Sql.name(database.app().user());
        sql.run("create role %s login nosuperuser nocreatedb nocreaterole noinherit password %s"
                .formatted(role, verifier(database.app())));
    }

    /** Everybody may make temporary tables in a new database; the app has no use for them. */
    static void limit(Sql sql, HouseDatabase database) throws SQLException {
        String name = Sql.name(sql.connection().getCatalog());
        String app = database.app().user();
        if (sql.isTrue("select has_database_privilege(?, current_database(), 'TEMP')", app)) {
            sql.run("grant connect on database %s to %s".formatted(name, Sql.name(app)));
            sql.run("revoke temporary on database %s from public".formatted(name));
        }
    }

    private static void checkVersion(Sql sql) {
        int version = sql.first(row -> row.getInt(1), "select current_setting('server_version_num')::int")
                .orElse(0);
        if (version < OLDEST) {
            throw new HouseProblem(
                    "The database is PostgreSQL %d; Kith needs 15 or newer.".formatted(version / 10_000));
        }
    }

    private static boolean canEnter(HouseDatabase database) {
        try (var connection = database.asApp()) {
            return connection.isValid(2);
        } catch (DatabaseProblem | SQLException refused) {
            return false;
        }
    }

    /** The password as the server keeps it, so that the password itself reaches no server log. */
    private static String verifier(HouseDatabase.Login login) throws SQLException {
        return Sql.literal(
                PasswordUtil.encodePassword(login.user(), login.password().toCharArray(), "scram-sha-256"));
    }

    private static HouseProblem mayNot(HouseDatabase database) {
        return new HouseProblem(("The database's owner %s may not make the role %s: make it yourself and name it in"
                        + " KITH_DATABASE_APP_USER and KITH_DATABASE_APP_PASSWORD.")
                .formatted(database.owner().user(), database.app().user()));
    }
}
