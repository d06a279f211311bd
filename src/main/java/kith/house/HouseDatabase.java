package kith.house;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Where the house's database answers, and the two roles that may enter: the owner who migrates and the app. */
public final class HouseDatabase implements AutoCloseable {
    private final String jdbcUrl;
    private final Login owner;
    private final Login app;
    private final Runnable leaving;
    private final AtomicBoolean left = new AtomicBoolean();

    /** A role and its password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    HouseDatabase(String jdbcUrl, Login owner, Login app, Runnable leaving) {
        this.jdbcUrl = jdbcUrl;
        this.owner = owner;
        this.app = app;
        this.leaving = leaving;
    }

    /** The operator's PostgreSQL where KITH_DATABASE_URL names one, else the home's own, started if need be. */
    static HouseDatabase open(Home home, Map<String, String> environment, Purpose purpose, Consumer<String> said) {
        var database = environment.containsKey("KITH_DATABASE_URL")
                ? ExternalDatabase.open(environment)
                : EmbeddedDatabase.open(home, purpose, said);
        if (purpose == Purpose.COMMAND) {
            // Ctrl-C in the middle of a command leaves no database behind.
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        }
        try {
            return Roles.prepare(database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    public Login owner() {
        return owner;
    }

    public Login app() {
        return app;
    }

    Connection asOwner() {
        return connect(owner);
    }

    Connection asApp() {
        return connect(app);
    }

    /** Stops the database if this process started it; may be called more than once. */
    @Override
    public void close() {
        if (left.compareAndSet(false, true)) {
            leaving.run();
        }
    }

    private Connection connect(Login login) {
        try {
            return DriverManager.getConnection(jdbcUrl, login.user(), login.password());
        } catch (SQLException e) {
            throw new DatabaseProblem("The database lets %s not in: %s".formatted(login.user(), Sql.reason(e)), e);
        }
    }
}
