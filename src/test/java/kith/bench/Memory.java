package kith.bench;

import java.io.IOException;
import java.util.Locale;

/** What the house holds in memory, in megabytes: of the JVM and of PostgreSQL their proportional share (pages that several processes share count once), and the JVM's resident set. */
record Memory(double app, double appResident, double database) {
    static Memory of(Tenant house, int secondsOfRest) throws IOException {
        Tenant.pause(secondsOfRest * 1_000L);
        return new Memory(
                Processor.megabytes(house.pid(), "Pss"),
                Processor.megabytes(house.pid(), "Rss"),
                Processor.familyMegabytes(house.postmaster(), "Pss"));
    }

    double together() {
        return app + database;
    }

    String line() {
        return String.format(
                Locale.ROOT, "JVM %.0f MB (resident %.0f) + PostgreSQL %.0f MB = %.0f MB", app, appResident, database, together());
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"app_pss_mb\": %.1f, \"app_rss_mb\": %.1f, \"database_pss_mb\": %.1f, \"together_mb\": %.1f}",
                app, appResident, database, together());
    }
}
