package kith.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL that the operator keeps: Debian's 15, the oldest that Kith lives on, where it is installed. */
class ExternalDatabaseTest {
    private static final HouseKey KEY = new HouseKey(SecretFile.random(HouseKey.LENGTH));
    private static final Home SCRATCH = DebiansPostgres.scratch();
    private static @Nullable DebiansPostgres postgres;
    private static int port;

    @BeforeAll
    static void start() {
        assumeTrue(
                DebiansPostgres.installed(), "PostgreSQL 15 is not installed; this machine cannot show that it works");
        postgres = DebiansPostgres.start(SCRATCH, "postgres", "sup3r");
        port = postgres.port();
        client("postgres", "postgres", "sup3r")
                .sql("create role ana login createrole password 'anas secret'")
                .update();
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
        Archive.delete(SCRATCH.path());
    }

    @Test
    void anasOwnDatabaseGetsARoleForTheAppAndItsTables() {
        var environment = database("harbour");
        try (var database = HouseDatabase.open(SCRATCH, environment, Purpose.SERVE, step -> {})) {
            var installation = Installation.of(SCRATCH, database, KEY, Mark.REAL);
            assertThat(installation.login().user()).isEqualTo("kith_app_harbour");
            var app = client(
                    "harbour", installation.login().user(), installation.login().password());
            app.sql("update house.house set name = 'Harbour'").update();
            assertThatThrownBy(() -> app.sql("create table house.mine (id int)").update())
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() ->
                            app.sql("create temporary table mine (id int)").update())
                    .hasStackTraceContaining("permission denied");
        }
        try (var again = HouseDatabase.open(SCRATCH, environment, Purpose.SERVE, step -> {})) {
            assertThat(Installation.of(SCRATCH, again, KEY, Mark.REAL).demo()).isFalse();
        }
    }

    @Test
    void aChangedOwnersPasswordLetsTheAppInAgain() {
        var environment = new HashMap<>(database("lagoon"));
        HouseDatabase.open(SCRATCH, environment, Purpose.SERVE, step -> {});
        try {
            client("postgres", "postgres", "sup3r")
                    .sql("alter role ana password 'new'")
                    .update();
            environment.put("KITH_DATABASE_PASSWORD", "new");
            var database = HouseDatabase.open(SCRATCH, environment, Purpose.SERVE, step -> {});
            assertThat(client("lagoon", database.app().user(), database.app().password())
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isOne();
        } finally {
            client("postgres", "postgres", "sup3r")
                    .sql("alter role ana password 'anas secret'")
                    .update();
        }
    }

    @Test
    void aDatabaseOfANewerKithIsRefused() {
        try (var database = HouseDatabase.open(SCRATCH, database("future"), Purpose.SERVE, step -> {})) {
            Installation.of(SCRATCH, database, KEY, Mark.REAL);
            client("future", "postgres", "sup3r").sql("""
                            insert into house.migration
                            select installed_rank + 1, '999', 'later', type, 'V999__later.sql', checksum, installed_by,
                                   installed_on, execution_time, success from house.migration limit 1""").update();
            client("future", "postgres", "sup3r")
                    .sql("update house.installed set checksum = 'of the newer one'")
                    .update();
            assertThatThrownBy(() -> Installation.of(SCRATCH, database, KEY, Mark.REAL))
                    .isInstanceOf(HouseProblem.class)
                    .hasMessageContaining("newer Kith")
                    .hasMessageContaining("house 999");
        }
    }

    @Test
    void anotherRoleForTheAppIsRefused() {
        var environment = new HashMap<>(database("renamed"));
        try (var database = HouseDatabase.open(SCRATCH, environment, Purpose.SERVE, step -> {})) {
            Installation.of(SCRATCH, database, KEY, Mark.REAL);
        }
        client("postgres", "postgres", "sup3r")
                .sql("create role tane login password 'tanes'")
                .update();
        environment.put("KITH_DATABASE_APP_USER", "tane");
        environment.put("KITH_DATABASE_APP_PASSWORD", "tanes");
        try (var database = HouseDatabase.open(SCRATCH, environment, Purpose.SERVE, step -> {})) {
            assertThatThrownBy(() -> Installation.of(SCRATCH, database, KEY, Mark.REAL))
                    .hasMessageContaining("made for the role kith_app_renamed, not for tane");
        }
    }

    @Test
    void anotherKeyIsRefused() {
        try (var database = HouseDatabase.open(SCRATCH, database("lost"), Purpose.SERVE, step -> {})) {
            Installation.of(SCRATCH, database, KEY, Mark.REAL);
            var other = new HouseKey(
                    "another key, made by another hand".substring(0, 32).getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> Installation.of(SCRATCH, database, other, Mark.REAL))
                    .hasMessageContaining("not the key");
        }
    }

    @Test
    void theTwoWaysToWriteAnAddressMeanTheSame() {
        var environment = new HashMap<>(database("bothways"));
        environment.remove("KITH_DATABASE_USER");
        environment.remove("KITH_DATABASE_PASSWORD");
        environment.put("KITH_DATABASE_URL", "postgres://ana:anas%%20secret@127.0.0.1:%d/bothways".formatted(port));
        try (var database = HouseDatabase.open(SCRATCH, environment, Purpose.SERVE, step -> {})) {
            assertThat(database.owner()).isEqualTo(new HouseDatabase.Login("ana", "anas secret"));
            assertThat(database.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:%d/bothways?".formatted(port));
        }
    }

    private static Map<String, String> database(String name) {
        client("postgres", "postgres", "sup3r")
                .sql("create database %s owner ana".formatted(name))
                .update();
        return Map.of(
                "KITH_DATABASE_URL", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name),
                "KITH_DATABASE_USER", "ana",
                "KITH_DATABASE_PASSWORD", "anas secret");
    }

    private static JdbcClient client(String database, String user, String password) {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
        return JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }
}
