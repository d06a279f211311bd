package kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of limits that operators read is the one that the house keeps to; {@code -Dkith.write=true} writes it anew. */
class LimitsTest {
    private static final Path FILE = Path.of("docs/limits.md");

    @Test
    void theTableInTheDocumentsIsTheOneInTheCode() throws IOException {
        var table =
                "# Limits\n\nHow often at once, and how long until all of it is there again. More is answered with 429 and when to come back; nothing is lost."
                        + "\nCounts lie in the database, so that they hold over restarts and all nodes.\n\n| limit | counts | at once | all back after |\n|---|---|---|---|\n"
                        + Arrays.stream(Limit.values()).map(LimitsTest::line).collect(Collectors.joining());
        if (Boolean.getBoolean("kith.write") || !Files.exists(FILE)) {
            Files.writeString(FILE, table);
        }
        assertThat(Files.readString(FILE)).isEqualTo(table);
    }

    private static String line(Limit limit) {
        return "| `%s` | %s | %d | %d min |\n"
                .formatted(
                        limit.name(),
                        limit.counts(),
                        limit.capacity(),
                        limit.refill().toMinutes());
    }
}
