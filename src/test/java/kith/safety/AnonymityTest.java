package kith.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import kith.Visitor;
import kith.community.Role;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Attacks anonymity with two towns that differ in one thing: in the first Marama, a member, speaks anonymously, in the second Mika, a moderator. Everybody else
 * then reads all that they can reach, is mailed, exports and decides: were there a single letter, order, count, header, answer or mail by which the two towns
 * could be told apart, it would say who it was.
 */
@WholeHouse
class AnonymityTest {
    private static final int PAGES = 220;

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    List<PersonalData> exports;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    /** One of the two towns, its people, and what was told there. */
    private final class Town {
        final World.Town town = world.town("alder");
        final Map<String, MemberId> people = new LinkedHashMap<>();
        final Map<String, Visitor> browsers = new HashMap<>();
        final Twins twins = new Twins(town.slug());
        final Map<String, String> ids = new HashMap<>(RealIds.in(town));
        final List<String> answers = new ArrayList<>();

        Town(String secret) {
            people.put("Marama", town.author());
            join("Mika", Role.MODERATOR);
            join("Jo", Role.MEMBER);
            join("Sue", Role.SUPPORTER);
            join("Ruth", Role.PRACTITIONER);
            join("Ben", Role.MODERATOR);
            join("Ana", Role.MANAGER);
            people.forEach((name, id) -> browsers.put(name, world.browser(port, id)));
            happen(secret);
        }

        private void join(String name, Role role) {
            var id = world.person(name, "ACTIVE", false);
            world.join(town.id(), id, role);
            people.put(name, id);
        }

        Visitor by(String name) {
            world.calm();
            return java.util.Objects.requireNonNull(browsers.get(name));
        }

        /** What everybody can see is the same in both towns; only who is behind the veil differs. */
        private void happen(String secret) {
            var named = "/topics/" + town.topic();
            for (var speaker : List.of("Marama", "Mika", "Jo")) {
                say(speaker, named, "name", "Named words of " + speaker);
            }
            var veiled = say(secret, named, "anonymous", "Veiled words");
            say(secret, named, "anonymous", "More veiled words");
            var open = by(secret).get("/conversations/" + town.slug() + "/new");
            var topic = by(secret).submit(
                            open,
                            "/topics",
                            Map.of("section", "medicines", "title", "A veiled title", "body", "A veiled opening", "as", "anonymous"))
                    .location();
            for (var speaker : List.of("Marama", "Mika", "Jo")) {
                say(speaker, topic, "name", "Named in the veiled topic: " + speaker);
            }
            var edit = by(secret).get(veiled + "/edit");
            by(secret).submit(edit, veiled, Map.of("body", "Veiled words, mended"));
            by("Jo").submit(by("Jo").get(named), veiled + "/thanks", Map.of("kind", "with_you"));
            var gone = say(secret, named, "anonymous", "Veiled and taken back");
            by(secret).submit(by(secret).get(named), gone + "/withdrawal", Map.of());
            ids.put("posts.id", veiled.substring("/posts/".length()));
            ids.put("topics.id", topic.substring("/topics/".length()));
            judge(veiled);
        }

        private String say(String who, String topic, String as, String words) {
            var answer = by(who).submit(by(who).get(topic), topic + "/replies", Map.of("body", words, "as", as));
            if (answer.status() == 422) {
                var sure = answer.page().selectFirst("button[name=sure]").attr("value");
                answer = by(who).submit(answer, topic + "/replies", Map.of("body", words, "as", as, "sure", sure));
            }
            assertThat(answer.status()).as(words + answer.text()).isEqualTo(303);
            return answer.location();
        }

        /** A report, and everything that a host can try on it. */
        private void judge(String post) {
            var id = post.substring("/posts/".length());
            var asked = by("Jo").get("/reports/new?post=" + id);
            by("Jo").submit(asked, "/reports", Map.of("reason", "UNKIND", "words", "Look at this"));
            var list = by("Ben").get("/cases/" + town.slug());
            var file = list.page().selectFirst("a.title[href^=/cases/]").attr("href");
            ids.put("cases.id", file.substring(file.lastIndexOf('/') + 1));
            answers.add(twins.same(list));
            var until = LocalDate.now().plusDays(7).toString();
            decide(file, "PAUSE", until);
            decide(file, "LIFT", "");
            decide(file, "UNDO", "");
            decide(file, "TALK", "");
            decide(file, "UNDO", "");
            decide(file, "PAUSE", until);
        }

        private void decide(String file, String kind, String until) {
            var page = by("Ben").get(file);
            answers.add(twins.same(page));
            answers.add(twins.same(by("Ben").submit(
                    page,
                    file + "/decisions",
                    Map.of("kind", kind, "toWriter", "A word", "toReporter", "Thank you", "until", until))));
        }

        /** All that somebody reaches in this town, by links and by every route with the ids of what is veiled. */
        Map<String, String> crawl(String who) {
            var todo = new ArrayDeque<String>();
            Route.all(mapping).stream()
                    .filter(route -> route.method().equals("GET"))
                    .filter(route -> route.pattern().contains("{") || route.pattern().equals("/"))
                    .filter(route -> !route.pattern().matches("/(assets|sign-|house|pictures).*"))
                    .forEach(route -> todo.add(route.path(ids)));
            todo.add("/topics/" + ids.get("topics.id") + "?quote=" + ids.get("posts.id"));
            todo.add("/members/" + town.slug() + "?name=m");
            var known = new LinkedHashSet<>(todo);
            var pages = new LinkedHashMap<String, String>();
            while (!todo.isEmpty() && pages.size() < PAGES) {
                var path = todo.poll();
                var answer = by(who).get(path);
                pages.put(twins.same(path), twins.same(answer));
                for (var link : answer.page().select("a[href^=/]").eachAttr("href")) {
                    var target = link.replaceFirst("#.*", "");
                    if (!target.matches("/(sign-|assets|house|account).*") && known.add(target)) {
                        todo.add(target);
                    }
                }
            }
            return pages;
        }

        String exported(String who) {
            var all = new StringBuilder();
            exports.stream()
                    .sorted(java.util.Comparator.comparing(PersonalData::module))
                    .filter(part -> !part.module().equals("identity"))
                    .forEach(part -> all.append(part.export(java.util.Objects.requireNonNull(people.get(who)))));
            return twins.same(all.toString());
        }

        List<String> mailsTo(String who) {
            return world
                    .sql
                    .sql("select subject || ' ' || body || html from notification.mail where account_id = :who order by id")
                    .param("who", java.util.Objects.requireNonNull(people.get(who)).value())
                    .query(String.class)
                    .list()
                    .stream()
                    .map(twins::same)
                    .toList();
        }
    }

    @Test
    void nothingTellsWhoSpokeAnonymously() {
        var marama = new Town("Marama");
        var mika = new Town("Mika");
        for (var i = 0; i < marama.answers.size(); i++) {
            assertThat(Twins.difference(marama.answers.get(i), mika.answers.get(i))).as("what a host is answered").isEmpty();
        }
        for (var reader : List.of("Jo", "Sue", "Ruth", "Ben", "Ana")) {
            var one = marama.crawl(reader);
            var other = mika.crawl(reader);
            assertThat(other.keySet()).as("the ways of " + reader).isEqualTo(one.keySet());
            one.forEach((path, page) -> assertThat(Twins.difference(page, other.getOrDefault(path, "")))
                    .as(path + " as " + reader + " sees it")
                    .isEmpty());
            assertThat(one.values()).as("it is there to be read").anyMatch(page -> page.contains("Veiled words, mended"));
            assertThat(one.values()).noneMatch(page -> page.contains("only you see that"));
            assertThat(mika.exported(reader)).isEqualTo(marama.exported(reader));
            assertThat(mika.mailsTo(reader)).isEqualTo(marama.mailsTo(reader));
        }
        nothingNamesThem(marama, "Marama");
        nothingNamesThem(mika, "Mika");
    }

    /** No record that others read holds the writer: not the log of acts, not what other modules are given. */
    private void nothingNamesThem(Town town, String secret) {
        var who = town.people.get(secret);
        assertThat(world.sql
                        .sql("select count(*) from audit.entry where subject like '%' || :who || '%' or detail like '%' || :who || '%'")
                        .param("who", String.valueOf(who))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(world.sql
                        .sql("select standing from community.membership where account_id = :who")
                        .param("who", java.util.Objects.requireNonNull(who).value())
                        .query(String.class)
                        .single())
                .as("a pause behind the veil changes nothing that can be seen")
                .isEqualTo("ACTIVE");
        var published = world.sql
                .sql("select table_schema || '.' || table_name from information_schema.views where table_schema = 'conversation'")
                .query(String.class)
                .list();
        for (var view : published) {
            assertThat(world.sql
                            .sql("select to_jsonb(v)::text from " + view + " v where to_jsonb(v)::text like '%eiled%'")
                            .query(String.class)
                            .list())
                    .as(view)
                    .noneMatch(row -> row.contains(String.valueOf(who)));
        }
    }

    @Test
    void itsWriterKeepsAllOfIt() {
        var town = new Town("Marama");
        var page = town.by("Marama").get("/topics/" + town.ids.get("topics.id"));
        assertThat(page.text()).contains("you, and only you see that");
        assertThat(town.exported("Marama")).contains("A veiled opening", "Veiled words, mended", "voice=");
        assertThat(town.by("Marama").get("/standing/" + town.town.slug()).text())
                .contains("A rest from speaking anonymously", "A word");
        assertThat(page.page().select("input[name=as][value=anonymous]")).as("while they rest").isEmpty();
        var named = town.by("Marama").submit(page, page.path() + "/replies", Map.of("body", "By my name", "as", "name"));
        assertThat(named.text()).contains("readers may put the two together", "By my name");
        var still = town.by("Marama").submit(page, page.path() + "/replies", Map.of("body", "Hidden", "as", "anonymous"));
        assertThat(still.status()).isEqualTo(422);
        assertThat(still.text()).contains("taking a rest from speaking anonymously", "Hidden");
    }
}
