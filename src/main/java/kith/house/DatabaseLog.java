package kith.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What the embedded database says; kept short, and never with what people wrote. */
final class DatabaseLog {
    private static final long LONGEST_BYTES = 4 << 20;

    private DatabaseLog() {}

    static Path fresh(Home home) throws IOException {
        Path log = home.file("database.log");
        if (Files.exists(log) && Files.size(log) > LONGEST_BYTES) {
            Files.move(log, home.file("database.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    static String lastWords(Home home) {
        Path log = home.file("database.log");
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.reversed().stream()
                            .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("ERROR"))
                            .findFirst()
                            .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|ERROR):\\s*", ""))
                            .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast())
                    + " (more in " + log + ").";
        } catch (IOException e) {
            return "and its log " + log + " cannot be read.";
        }
    }
}
