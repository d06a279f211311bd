package kith.house;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the operator reads what happens, and is asked. */
public final class Terminal {
    private final PrintStream out;
    private final PrintStream problems;
    private final @Nullable Console console;
    private String progress = "";

    Terminal(PrintStream out, PrintStream problems, @Nullable Console console) {
        this.out = out;
        this.problems = problems;
        this.console = console;
    }

    /** The process's own; always UTF-8, whatever the locale says. */
    static Terminal own() {
        Console console = System.console();
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                console != null && console.isTerminal() ? console : null);
    }

    /** Writes to one stream and never asks: for tests. */
    public static Terminal on(PrintStream out) {
        return new Terminal(out, out, null);
    }

    public synchronized void say(String line) {
        endProgress();
        out.println(line);
    }

    /** Something that is done. */
    public void step(String done) {
        say("  ✓ " + done);
    }

    public synchronized void problem(String sentence) {
        endProgress();
        problems.println(sentence);
    }

    /** How far long work has come; drawn in place, and only where somebody watches. */
    public synchronized void progress(String what, long done, long total) {
        String line = "  … %s %d %%".formatted(what, total == 0 ? 100 : done * 100 / total);
        if (console != null && !line.equals(progress)) {
            out.print("\r" + line);
            out.flush();
            progress = line;
        }
    }

    /** Asks without showing what is typed; empty where nobody can be asked. */
    public Optional<String> secret(String question) {
        char[] typed = console == null ? null : console.readPassword("%s: ", question);
        return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(new String(typed));
    }

    private void endProgress() {
        if (!progress.isEmpty()) {
            out.print("\r" + " ".repeat(progress.length()) + "\r");
            progress = "";
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
