package kith.house;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A migrated, empty house for one test: a copy of a template in the one PostgreSQL of this JVM, which is the embedded one, or Debian's 15 where the system property
 * {@code kith.postgres} says so.
 */
public final class TestHouse implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final HouseDatabase database;
    private final Installation installation;

    private TestHouse(String name) {
        this.name = name;
        this.database = Shared.database(name);
        this.installation = new Installation(Shared.HOME, Shared.KEY, database.jdbcUrl(), database.app(), false);
    }

    /** A house nobody has lived in yet. */
    public static TestHouse fresh() {
        String name = "house_" + COUNT.incrementAndGet();
        Shared.server("create database %s template template_house".formatted(name));
        Shared.server("revoke temporary on database %s from public".formatted(name));
        return new TestHouse(name);
    }

    public Installation installation() {
        return installation;
    }

    public HouseDatabase database() {
        return database;
    }

    /** What an operator would set to run this house's database as one of his own. */
    Map<String, String> environment() {
        return Map.of(
                "KITH_DATABASE_URL", database.jdbcUrl(),
                "KITH_DATABASE_USER", database.owner().user(),
                "KITH_DATABASE_PASSWORD", database.owner().password(),
                "KITH_DATABASE_APP_USER", database.app().user(),
                "KITH_DATABASE_APP_PASSWORD", database.app().password());
    }

    /** A real process of this house, as an operator starts it beside others on one database. */
    public Node node(Map<String, String> more) {
        var given = new HashMap<>(environment());
        given.put(
                "KITH_KEY",
                Base64.getEncoder().encodeToString(installation.key().bytes()));
        given.putAll(more);
        return Node.open(given);
    }

    /** As the application sees it. */
    public JdbcClient asApp() {
        return client(database.app());
    }

    /** As the doctor sees it. */
    public Checkup.Chart chart(Map<String, String> environment) {
        return new Checkup.Chart(new House(asApp(), installation), asApp(), installation.key(), environment);
    }

    /** As the migrations see it. */
    public JdbcClient asOwner() {
        return client(database.owner());
    }

    @Override
    public void close() {
        Shared.server("drop database %s with (force)".formatted(name));
    }

    private JdbcClient client(HouseDatabase.Login login) {
        return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), login.user(), login.password()));
    }

    /** Gives a Spring context a fresh house. */
    public static final class MovedIn implements ApplicationContextInitializer<GenericApplicationContext> {
        @Override
        public void initialize(GenericApplicationContext context) {
            Shared.springClosesFirst = true;
            context.getBeanFactory().registerSingleton("installation", fresh().installation());
        }
    }

    /** A running PostgreSQL and the password of its owner. */
    private record Server(AutoCloseable postgres, int port, String password) {
        static Server start(Home home) {
            if (System.getProperty("kith.postgres", "").equals("15")) {
                var debians = DebiansPostgres.start(home, EmbeddedPostgres.OWNER, "sup3r");
                return new Server(debians, debians.port(), "sup3r");
            }
            var embedded = EmbeddedPostgres.start(home, Durability.SCRATCH, step -> {});
            return new Server(embedded, embedded.port(), EmbeddedPostgres.password(home));
        }
    }

    /** The server that all test houses of this JVM share; it forgets everything when the JVM ends. */
    private static final class Shared {
        static final Home HOME = scratch();
        static final HouseKey KEY = new HouseKey(SecretFile.random(HouseKey.LENGTH));
        static volatile boolean springClosesFirst;
        private static final Server SERVER = Server.start(HOME);

        static {
            // Spring calls its handlers after its contexts have closed, but only where there ever was one.
            SpringApplication.getShutdownHandlers().add(Shared::stop);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                if (!springClosesFirst) {
                    stop();
                }
            }));
            server("create database template_house");
            var template = Roles.prepare(database("template_house"));
            Installation.of(HOME, template, KEY, Mark.REAL);
            server("alter database template_house with is_template true allow_connections false");
        }

        static HouseDatabase database(String name) {
            return EmbeddedDatabase.at(name, SERVER.port(), SERVER.password(), () -> {});
        }

        static void server(String statement) {
            try (var connection = database("postgres").asOwner()) {
                new Sql(connection).run(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Home scratch() {
            try {
                return new Home(Files.createTempDirectory("kith-test"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void stop() {
            try {
                SERVER.postgres().close();
                Archive.delete(HOME.path());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
