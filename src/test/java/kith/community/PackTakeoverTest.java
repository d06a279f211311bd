package kith.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import kith.Visitor;
import kith.house.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** A house puts a second version of a pack on its shelf; a manager compares and takes it over, and her own words stay. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class PackTakeoverTest {
    @TestConfiguration(proxyBeanMethods = false)
    static class Shelf {
        @Bean
        @Primary
        static Packs shelfOfThisHouse() throws IOException {
            var home = Files.createTempDirectory("kith-packs");
            var folder = Files.createDirectories(home.resolve("packs"));
            var first = text("autoimmune.yaml");
            Files.writeString(folder.resolve("autoimmune-2.yaml"), second(first));
            Files.writeString(folder.resolve("small.yaml"), SmallPack.text());
            return Packs.of(home);
        }

        private static String text(String file) throws IOException {
            try (var in = Objects.requireNonNull(Packs.class.getResourceAsStream("/packs/" + file))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private static String second(String first) {
            return first.replace("version: 1\n", "version: 2\n")
                    .replaceFirst("(?m)^(\\s+)members: .*$", "$1members: people on the road")
                    .replaceFirst(
                            "(?m)^sections:\\s*\\n",
                            "sections:\n  - slug: new-here\n    name: The new room\n    description: Where we try things.\n    kind: talk\n");
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Founding founding;

    @Autowired
    Packs packs;

    @Autowired
    Memberships memberships;

    private String place(Cast cast, kith.identity.Viewer ana, Pack.Edition edition) {
        var slug = "t-" + kith.identity.Ids.next().toString().substring(19);
        var id = founding.foundAsHouse(new Founding.Wish(packs.find(edition).orElseThrow(), "Slow Mornings", slug));
        memberships.addAsHouse(id, ana.member(), Role.MANAGER);
        return slug;
    }

    @Test
    void anaComparesAndTakesOverTheSecondVersion() {
        var cast = new Cast(sql);
        var anaHerself = cast.person("Ana");
        var ana = cast.at(port, anaHerself);
        var slug = place(cast, anaHerself, new Pack.Edition("autoimmune", "en", 1));
        var words = "/settings/" + slug + "/words";
        ana.submit(ana.get(words), words, Map.of("REPLY", "Answer her"));
        assertThat(ana.get("/settings/" + slug).text()).contains("Version 2 of your pack is here");

        var path = "/settings/" + slug + "/pack";
        var compared = ana.get(path);
        assertThat(compared.text()).contains("people on the road", "The new room");
        var stale = ana.get(path);
        assertThat(ana.submit(compared, path, Map.of()).location()).isEqualTo(path);

        assertThat(ana.get(path).text()).contains("version 2", "This is the newest version");
        assertThat(ana.get("/members/" + slug).text()).contains("people on the road");
        assertThat(ana.get(words).body()).contains("Answer her");
        assertThat(ana.get("/settings/" + slug + "/sections").body()).contains("The new room");
        assertThat(ana.submit(stale, path, Map.of()).status())
                .as("taken over twice")
                .isIn(404, 409);
    }

    @Test
    void aPackOfTheHouseHasItsOwnColours() {
        var cast = new Cast(sql);
        var anaHerself = cast.person("Ana");
        Visitor ana = cast.at(port, anaHerself);
        var small = place(cast, anaHerself, new Pack.Edition("small", "en", 1));
        var accent = packs.find(new Pack.Edition("small", "en", 1))
                .orElseThrow()
                .look()
                .light()
                .accent();
        assertThat(ana.get("/members/" + small).page().select("head style").html())
                .contains(accent);
        var known = place(cast, anaHerself, new Pack.Edition("autoimmune", "en", 1));
        assertThat(ana.get("/members/" + known).page().select("head style")).isEmpty();
    }
}
