package kith.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The house's own database, started for real: safe on disk, closed to others, alive after a crash. */
class EmbeddedHouseTest {
    private final List<HouseDatabase> opened = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private Home home = new Home(Path.of("/"));

    @BeforeEach
    void move() throws IOException {
        home = newHome();
    }

    @AfterEach
    void leave() throws IOException {
        opened.reversed().forEach(HouseDatabase::close);
        for (var folder : folders) {
            Archive.delete(folder);
        }
    }

    @Test
    void whatIsWrittenIsSafeAndChecked() {
        var database = open(home, Purpose.SERVE);
        assertThat(setting(database, "fsync")).isEqualTo("on");
        assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
        assertThat(setting(database, "full_page_writes")).isEqualTo("on");
        assertThat(setting(database, "data_checksums")).isEqualTo("on");
        assertThat(setting(database, "password_encryption")).isEqualTo("scram-sha-256");
        assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting(database, "server_encoding")).isEqualTo("UTF8");
    }

    @Test
    void nobodyEntersWithoutThePassword() {
        var database = open(home, Purpose.SERVE);
        var guess = new HouseDatabase.Login(database.owner().user(), "guess");
        assertThatThrownBy(() -> new HouseDatabase(database.jdbcUrl(), guess, guess, () -> {}).asOwner())
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void secretsAreReadableByTheOwnerAlone() throws IOException {
        open(home, Purpose.SERVE);
        HouseKey.of(home, Map.of());
        for (String secret : List.of("key", "database.password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.file(secret))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path())))
                .endsWith("---");
    }

    @Test
    void anExistingHouseStartsInHalfASecond() {
        open(home, Purpose.SERVE).close();
        Instant start = Instant.now();
        open(home, Purpose.SERVE);
        // Alone it takes about a quarter of a second; the tests share two cores with much else.
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void twoHousesLiveSideBySide() throws IOException {
        var first = open(home, Purpose.SERVE);
        var second = open(newHome(), Purpose.SERVE);
        assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
        assertThat(setting(first, "data_directory")).isNotEqualTo(setting(second, "data_directory"));
    }

    @Test
    void aTakenPortIsChosenAnew() throws IOException {
        open(home, Purpose.SERVE).close();
        int before = Integer.parseInt(Files.readString(home.file("database.port")));
        try (var taken = new java.net.ServerSocket(before, 1, java.net.InetAddress.getLoopbackAddress())) {
            var database = open(home, Purpose.SERVE);
            assertThat(taken.isBound()).isTrue();
            assertThat(database.jdbcUrl()).doesNotContain(":" + before + "/");
        }
    }

    @Test
    void aSecondHouseInTheSameHomeIsRefusedWhileACommandJoins() {
        var house = open(home, Purpose.SERVE);
        assertThatThrownBy(() -> open(home, Purpose.SERVE)).hasMessageContaining("already running");
        var command = open(home, Purpose.COMMAND);
        assertThat(command.jdbcUrl()).isEqualTo(house.jdbcUrl());
        command.close();
        assertThat(setting(house, "fsync"))
                .as("the command did not stop the house")
                .isEqualTo("on");
    }

    @Test
    void whatWasCommittedOutlivesAKilledHouse() throws Exception {
        var child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritesUntilKilled.class.getName(),
                        home.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long seen = 0;
        try (var lines = child.inputReader()) {
            while (seen < 200) {
                seen = Long.parseLong(lines.readLine());
            }
            child.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                seen = Long.parseLong(line);
            }
        }
        child.waitFor();
        assertThat(Postmaster.runningOn(Cluster.data(home))).as("the orphan").isPresent();
        assertThat(number(open(home, Purpose.SERVE), "select max(n) from kept")).isGreaterThanOrEqualTo(seen);
    }

    @Test
    void aDemoHouseNeverBecomesRealNorARealOneADemo() throws IOException {
        var key = HouseKey.of(home, Map.of());
        var demo = open(home, Purpose.SERVE);
        assertThat(Installation.of(home, demo, key, Mark.DEMO).demo()).isTrue();
        assertThatThrownBy(() -> Installation.of(home, demo, key, Mark.REAL)).hasMessageContaining("--demo");
        var other = newHome();
        var real = open(other, Purpose.SERVE);
        assertThat(Installation.of(other, real, key, Mark.REAL).demo()).isFalse();
        assertThatThrownBy(() -> Installation.of(other, real, key, Mark.DEMO)).hasMessageContaining("without --demo");
    }

    private HouseDatabase open(Home where, Purpose purpose) {
        var database = HouseDatabase.open(where, Map.of(), purpose, step -> {});
        opened.add(database);
        return database;
    }

    private Home newHome() throws IOException {
        folders.add(Files.createTempDirectory("kith-house"));
        return new Home(folders.getLast());
    }

    private static String setting(HouseDatabase database, String name) {
        return one(database, "select current_setting('%s')".formatted(name));
    }

    private static long number(HouseDatabase database, String query) {
        return Long.parseLong(one(database, query));
    }

    private static String one(HouseDatabase database, String query) {
        try (var connection = database.asOwner()) {
            return new Sql(connection).first(row -> row.getString(1), query).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
