package kith.bench;

import java.util.Locale;

/** What one measure came to: requests a second, milliseconds at the middle and the end, and processor seconds for a thousand of them. */
record Figures(
        String name, int done, double perSecond, double p50, double p95, double p99, double app, double database, double load, long size, int wrong) {
    static Figures of(Measure measure, Tenant house, int connections, double seconds) throws java.io.IOException {
        var postmaster = house.postmaster();
        var app = Processor.seconds(house.pid());
        var database = Processor.family(postmaster);
        var self = Processor.seconds(ProcessHandle.current().pid());
        var run = Load.run(measure::open, connections, seconds);
        var thousands = Math.max(1, run.done()) / 1000.0;
        return new Figures(
                measure.name(),
                run.done(),
                run.perSecond(),
                run.milliseconds(0.5),
                run.milliseconds(0.95),
                run.milliseconds(0.99),
                (Processor.seconds(house.pid()) - app) / thousands,
                (Processor.family(postmaster) - database) / thousands,
                (Processor.seconds(ProcessHandle.current().pid()) - self) / thousands,
                run.bytes() / Math.max(1, run.done()),
                run.wrong());
    }

    static String heading() {
        return "%-40s %8s %8s %8s %8s %9s %9s %9s %8s".formatted(
                "", "per s", "p50 ms", "p95 ms", "p99 ms", "app", "database", "together", "bytes");
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-40s %8.0f %8.2f %8.2f %8.2f %9.3f %9.3f %9.3f %8d%s",
                name, perSecond, p50, p95, p99, app, database, app + database, size, wrong == 0 ? "" : "  " + wrong + " went wrong");
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"requests\": %d, \"per_second\": %.1f, \"p50_ms\": %.3f, \"p95_ms\": %.3f, \"p99_ms\": %.3f, \"cpu_app_per_1000\": %.4f, \"cpu_database_per_1000\": %.4f, \"cpu_load_per_1000\": %.4f, \"bytes\": %d, \"wrong\": %d}",
                name, done, perSecond, p50, p95, p99, app, database, load, size, wrong);
    }
}
