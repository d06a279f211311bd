package kith.house;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says which commands there are, from a list that needs no application to be read. */
final class HelpCommand implements Command {
    /** One line of commands.txt. */
    record Line(String name, String usage, String meaning) {
        String command() {
            return "bin/%s %s".formatted(name.equals("serve") ? name : "kith " + name, usage);
        }
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String usage() {
        return "[COMMAND]";
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) {
        terminal.say(usage(arguments.rest(0, 1).stream().findFirst().orElse("")));
        return 0;
    }

    static boolean knows(String name) {
        return lines().stream().anyMatch(line -> line.name().equals(name));
    }

    /** How to use one command, or all of them when there is none of that name. */
    static String usage(String name) {
        var about = lines().stream().filter(line -> line.name().equals(name)).toList();
        return (about.isEmpty() ? lines() : about)
                .stream()
                        .map(line -> "  %s%n      %s".formatted(line.command(), line.meaning()))
                        .collect(Collectors.joining(System.lineSeparator()));
    }

    static List<Line> lines() {
        var file = Objects.requireNonNull(HelpCommand.class.getResourceAsStream("/commands.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", 3))
                    .map(parts -> new Line(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
