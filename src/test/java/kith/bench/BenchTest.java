package kith.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kith.community.Founding;
import kith.community.Packs;
import kith.house.Installation;
import kith.house.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** What bin/bench rests on still holds: a tiny house can be filled, and everything that it asks for is answered. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "kith.test=bench")
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class BenchTest {
    private static final List<String> PACKS = List.of("autoimmune", "quit-smoking", "drink-less");

    @LocalServerPort
    int port;

    @Autowired
    Installation installation;

    @Autowired
    Founding founding;

    @Autowired
    Packs packs;

    @Test
    void aTinyHouseIsFilledAndEverythingAskedIsAnswered() throws SQLException, IOException {
        PACKS.forEach(id ->
                founding.foundAsHouse(new Founding.Wish(packs.newest(id, "en").orElseThrow(), "Place", "bench-" + id)));
        var prose = new Prose(Path.of("src/main/resources/demo"));
        try (var owner = owner()) {
            new Filling(owner, this::owner, prose, Size.TINY, Instant.now()).run();
            Owing.run(owner, Size.TINY);
            var town = Town.read(owner);
            for (var measure : Measures.all(port, this::owner, town, prose)) {
                var run = Load.run(measure::open, 2, 0.2);
                assertThat(run.wrong()).as(measure.name()).isZero();
                assertThat(run.done()).as(measure.name()).isPositive();
            }
        }
    }

    @Test
    void fewWriteMostAndTheSumIsExact() {
        var posts = Participation.posts(64_000, 578_000, new Random(1));
        var sorted = Arrays.stream(posts).sorted().toArray();
        assertThat(Arrays.stream(posts).sum()).isEqualTo(578_000);
        assertThat(Arrays.stream(posts).filter(n -> n > 0).count() / 64_000.0).isBetween(0.17, 0.19);
        // Van Mierlo 2014: the top hundredth of all who registered writes about three quarters.
        assertThat(Arrays.stream(sorted).skip(64_000 - 640).sum() / 578_000.0).isBetween(0.6, 0.85);
    }

    private Connection owner() throws SQLException, IOException {
        var password =
                Files.readString(installation.home().file("database.password")).strip();
        return DriverManager.getConnection(installation.jdbcUrl(), "kith_owner", password);
    }
}
