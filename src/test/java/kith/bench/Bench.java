package kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** bin/bench: fills a house, measures it, and writes down what it found. */
public final class Bench {
    /** A house is warm when its compiler takes less than this part of its processor time. */
    private static final double SETTLED = 0.05;

    private final Wishes wishes;
    private final Report report;

    private Bench(Wishes wishes) {
        this.wishes = wishes;
        this.report = new Report(wishes.size());
    }

    public static void main(String[] words) throws IOException, SQLException {
        new Bench(Wishes.of(words)).run();
    }

    private void run() throws IOException, SQLException {
        Files.createDirectories(wishes.home().toAbsolutePath().getParent());
        try (var house = Tenant.open(wishes.root(), wishes.home(), wishes.port())) {
            fill(house);
        }
        report.starts(starts());
        try (var house = Tenant.open(wishes.root(), wishes.home(), wishes.port())) {
            report.idle(Memory.of(house, wishes.rest()));
            measure(house);
        }
        report.write(wishes.json());
    }

    private void fill(Tenant house) throws SQLException, IOException {
        try (var connection = house.asOwner()) {
            report.database(connection);
            while (setting(connection, "demo.furnished").isEmpty()) {
                Tenant.pause(200);
            }
            if (!filled(connection)) {
                System.out.println("  … Filling the house with " + wishes.size());
                var begin = System.nanoTime();
                new Filling(connection, house::asOwner, prose(), wishes.size(), Instant.now()).run();
                mark(connection);
                System.out.printf("  ✓ Filled in %d s%n", (System.nanoTime() - begin) / 1_000_000_000L);
            }
        }
        try (var connection = house.asOwner()) {
            Owing.run(connection, wishes.size());
        }
        report.awaitTraining(wishes.root());
    }

    private boolean filled(java.sql.Connection connection) throws SQLException {
        var with = setting(connection, "bench.filled");
        if (!with.isEmpty() && !with.equals(wishes.size().toString())) {
            throw new IllegalStateException("This home was filled with " + with + "; choose another.");
        }
        return !with.isEmpty();
    }

    private static String setting(java.sql.Connection connection, String key) throws SQLException {
        try (var sql = connection.prepareStatement("select value from house.setting where key = ?")) {
            sql.setString(1, key);
            var rows = sql.executeQuery();
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private void mark(java.sql.Connection connection) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(
                    "insert into house.setting (key, value) values ('bench.filled', '%s')".formatted(wishes.size()));
        }
    }

    private List<Double> starts() throws IOException {
        var seconds = new ArrayList<Double>();
        for (var n = 0; n < wishes.starts(); n++) {
            try (var house = Tenant.open(wishes.root(), wishes.home(), wishes.port())) {
                seconds.add(house.secondsToFirstPage);
            }
        }
        return seconds;
    }

    private void measure(Tenant house) throws IOException, SQLException {
        Town town;
        try (var connection = house.asOwner()) {
            town = Town.read(connection);
        }
        var all = Measures.all(house.port(), house::asOwner, town, prose());
        var asked = all.stream().filter(chosen()).toList();
        System.out.println("  … Warming up");
        for (var measure : asked) {
            warmUp(house, measure);
            report.add(Figures.of(measure, house, measure.browsers(wishes.connections()), wishes.seconds()));
        }
        report.after(Memory.of(house, 1));
        if (asked.size() == all.size() && Measures.live(house, town)) {
            report.live(Live.of(house, town, prose(), wishes.streams()));
        }
    }

    /** Until the house has compiled what it does here: one that has been open for a day compiles nothing. */
    private void warmUp(Tenant house, Measure measure) {
        for (var n = 0; n < wishes.warmUps(); n++) {
            var compiling = Processor.compiling(house.pid());
            var all = Processor.seconds(house.pid());
            Load.run(measure::open, measure.browsers(wishes.connections()), wishes.warmUp());
            all = Processor.seconds(house.pid()) - all;
            if (Processor.compiling(house.pid()) - compiling < all * SETTLED) {
                return;
            }
        }
    }

    private Predicate<Measure> chosen() {
        return measure -> wishes.only().isEmpty() || wishes.only().stream().anyMatch(measure.name()::contains);
    }

    private Prose prose() throws IOException {
        return new Prose(wishes.root().resolve("src/main/resources/demo"));
    }
}
