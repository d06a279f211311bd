package kith.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one outside program to its end. */
record Run(int exit, String output) {
    static Run of(List<String> command) {
        try {
            Process process = builder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(5, TimeUnit.MINUTES) ? new Run(process.exitValue(), output) : new Run(-1, output);
        } catch (IOException missing) {
            return new Run(127, String.valueOf(missing.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HouseProblem("Kith was asked to stop.", e);
        }
    }

    /** Works in / because another user may not be able to enter our own folder; hears no PG* variable of ours. */
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("KITH_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    boolean worked() {
        return exit == 0;
    }

    String lastLine() {
        return output.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }
}
