package kith.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Ana the operator reads when she types something that cannot be done. */
class FrontDoorTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void anUnknownCommandIsToldAndHelped() {
        assertThat(enter("dance")).contains(2);
        assertThat(printed()).startsWith("There is no command \"dance\".").contains("bin/kith backup FILE");
    }

    @Test
    void anUnknownOptionShowsTheCommandsOwnUsage() {
        assertThat(enter("backup", "there", "--fast", "--home", folder.toString()))
                .contains(2);
        assertThat(printed()).startsWith("There is no option --fast here.").doesNotContain("restore");
    }

    @Test
    void anOptionWithoutItsValueIsTold() {
        assertThat(enter("serve", "--port")).contains(2);
        assertThat(printed()).startsWith("--port needs a value.");
    }

    @Test
    void aTakenPortIsToldBeforeAnythingIsMade() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(enter(
                            "serve",
                            "--port",
                            port,
                            "--home",
                            folder.resolve("new").toString()))
                    .contains(1);
            assertThat(printed()).startsWith("Port %s is taken".formatted(port)).hasLineCount(1);
        }
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void aFileIsNoHome() throws IOException {
        Path file = Files.createFile(folder.resolve("letter"));
        assertThat(enter("serve", "--port", Integer.toString(Port.free()), "--home", file.toString()))
                .contains(1);
        assertThat(printed()).contains("is a file; Kith needs a folder").hasLineCount(1);
    }

    @Test
    void helpKnowsEveryCommand() {
        assertThat(enter("help")).contains(0);
        assertThat(printed()).contains("bin/serve", "bin/kith doctor", "bin/kith restore FILE");
    }

    @Test
    void theDoctorComesBeforeTheHouse() {
        assertThat(enter("doctor", "--home", folder.resolve("new").toString())).contains(0);
        assertThat(printed()).contains("No house yet");
    }

    @Test
    void theDoctorSeesAnOpenSecret() throws IOException {
        Files.writeString(folder.resolve("key"), "seen by all");
        folder.resolve("key").toFile().setReadable(true, false);
        assertThat(enter("doctor", "--home", folder.toString())).contains(1);
        assertThat(printed()).contains("Others may read a secret: chmod 600");
    }

    private Optional<Integer> enter(String... words) {
        var terminal = Terminal.on(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return new FrontDoor(FrontDoorTest.class, Map.of(), terminal).enter(List.of(words));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
