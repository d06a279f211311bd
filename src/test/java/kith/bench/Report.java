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
    private String live = "null";
    private String liveLine = "not asked";

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
        System.out.println("  ✓ Start to first page: " + startsLine());
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

    void live(Live found) {
        live = found.json();
        liveLine = found.line();
        System.out.println("  ✓ Live: " + found.line());
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json());
        Files.writeString(file.resolveSibling(file.getFileName().toString().replace(".json", ".md")), table());
        System.out.println("  ✓ Written down in " + file.getFileName());
    }

    private String table() throws IOException {
        return """
                # Figures

                Made by `bin/bench` on %s: %s, PostgreSQL %s, JDK %s, %s. What each means is in `docs/performance.md`.

                | | per second | p50 ms | p95 ms | p99 ms | app: CPU s per 1,000 | database | together | bytes |
                |---|---|---|---|---|---|---|---|---|
                %s

                Start to first page: %s. Idle: %s. After the load: %s. Live: %s.
                """.formatted(
                        Instant.now().toString().substring(0, 10),
                        machine(),
                        postgres,
                        Runtime.version(),
                        size,
                        figures.stream().map(Figures::row).collect(Collectors.joining("\n")),
                        startsLine(),
                        idle.line(),
                        after.line(),
                        liveLine);
    }

    private String startsLine() {
        return starts.stream().map(s -> "%.2f s".formatted(s)).collect(Collectors.joining(", "));
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
                  "live": %s,
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
                live,
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
