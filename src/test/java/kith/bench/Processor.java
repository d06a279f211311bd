package kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What processes have cost and hold, read from {@code /proc}. */
final class Processor {
    private static final double TICKS = 100;

    private Processor() {}

    /** Seconds of processor time of one process so far. */
    static double seconds(long pid) {
        var ticks = ticks(pid);
        return (ticks[0] + ticks[1]) / TICKS;
    }

    /** The part of it that a JVM has spent on compiling its own code. */
    static double compiling(long pid) {
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.filter(thread -> read(thread.resolve("comm")).contains(" Compiler"))
                    .map(thread -> ticks(thread.resolve("stat")))
                    .mapToDouble(ticks -> (ticks[0] + ticks[1]) / TICKS)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The same for a process, its children, and the children that it has seen end. */
    static double family(long pid) {
        var own = ticks(pid);
        var sum = (own[0] + own[1] + own[2] + own[3]) / TICKS;
        for (var child : children(pid)) {
            sum += seconds(child);
        }
        return sum;
    }

    static List<Long> children(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Megabytes of one process by the name in {@code smaps_rollup}, such as {@code Pss}. */
    static double megabytes(long pid, String name) {
        return read(Path.of("/proc", Long.toString(pid), "smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> Double.parseDouble(line.split("\\s+")[1]) / 1024)
                .sum();
    }

    static double familyMegabytes(long pid, String name) {
        return megabytes(pid, name)
                + children(pid).stream()
                        .mapToDouble(child -> megabytes(child, name))
                        .sum();
    }

    /** User, system, and both of the children that ended and were waited for. */
    private static long[] ticks(long pid) {
        return ticks(Path.of("/proc", Long.toString(pid), "stat"));
    }

    private static long[] ticks(Path file) {
        var stat = read(file);
        if (stat.isEmpty()) {
            return new long[4];
        }
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new long[] {
            Long.parseLong(fields[11]),
            Long.parseLong(fields[12]),
            Long.parseLong(fields[13]),
            Long.parseLong(fields[14])
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            return "";
        }
    }
}
