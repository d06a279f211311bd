package kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found, as a table to read and as a file to compare. */
final class Report {
    private final Size size;
    private final List<Figures> figures = new ArrayList<>();
    private List<Double> starts = List.of();
    private Memory idle = new Memory(0, 0, 0);
    private Memory after = idle;
    private String postgres = "";

    Report(Size size) {
        this.size = size;
    }

    void database(Connection connection) throws SQLException {
        postgres = connection.getMetaData().getDatabaseProductVersion();
    }

    /** The second start of a house is measured when the JVM has learned the first. */
    void awaitTraining(Path root) {
        for (var n = 0; n < 300 && !Files.exists(root.resolve("target/app/kith.aot")); n++) {
            Tenant.pause(1_000);
        }
    }

    void starts(List<Double> seconds) {
        starts = seconds;
        System.out.println("  ✓ Start to first page: "
                + seconds.stream().map(s -> "%.2f s".formatted(s)).collect(Collectors.joining(", ")));
    }

    void idle(Memory memory) {
        idle = memory;
        System.out.println("  ✓ Idle: " + memory.line());
    }

    void add(Figures found) {
        if (figures.isEmpty()) {
            System.out.println(Figures.heading());
        }
        figures.add(found);
        System.out.println(found.line());
    }

    void after(Memory memory) {
        after = memory;
        System.out.println("  ✓ After the load: " + memory.line());
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json());
        System.out.println("  ✓ Written down in " + file.getFileName());
    }

    private String json() throws IOException {
        return """
                {
                  "at": "%s",
                  "machine": "%s",
                  "jdk": "%s",
                  "postgresql": "%s",
                  "members": %d,
                  "posts": %d,
                  "start_seconds": %s,
                  "idle": %s,
                  "after_load": %s,
                  "figures": [
                    %s
                  ]
                }
                """.formatted(
                Instant.now(),
                machine(),
                Runtime.version(),
                postgres,
                size.members(),
                size.posts(),
                starts.stream().map(s -> String.format(Locale.ROOT, "%.3f", s)).toList(),
                idle.json(),
                after.json(),
                figures.stream().map(Figures::json).collect(Collectors.joining(",\n    ")));
    }

    private static String machine() throws IOException {
        var model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        return Runtime.getRuntime().availableProcessors() + " × " + model;
    }
}
