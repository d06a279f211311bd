package kith.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.Visitor;
import kith.community.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What somebody tries who means no good, over every live route. */
@WholeHouse
class SweepsTest {
    /** What a mail program sends by itself (RFC 8058): the secret in its path is all that it needs, and all that it has. */
    private static final Set<String> ONE_CLICK = Set.of("POST /silences/{token}");

    private static final List<String> WRONG =
            List.of("abc", "-1", "0", "%00", "..%2f..", "1e9", "a".repeat(3000), "%F0%9F%98%80", "null", "%5B%5D");
    private static final Map<String, String> GREEDY = Map.ofEntries(
            Map.entry("id", UUID.randomUUID().toString()),
            Map.entry("operator", "true"),
            Map.entry("status", "ACTIVE"),
            Map.entry("role", "MANAGER"),
            Map.entry("standing", "ACTIVE"),
            Map.entry("author", UUID.randomUUID().toString()),
            Map.entry("account_id", UUID.randomUUID().toString()),
            Map.entry("pinned", "1"),
            Map.entry("closed", "yes"),
            Map.entry("community", UUID.randomUUID().toString()),
            Map.entry("html", "<script>alert(1)</script>"),
            Map.entry("class.module.classLoader", "x"),
            Map.entry("_method", "DELETE"));

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Planted planted;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    /** Advisories 6–10 and 33: another's id and an id that never was are answered alike, to the letter. */
    @Test
    void anothersIdAndNoIdAreAnsweredAlike() {
        var town = world.town("orchard");
        var olaf = world.browser(port, world.town("harbour").author());
        var theirs = planted.plant(town, town.author(), world.person("Asa", "ACTIVE", false))
                .ids();
        var nobodys = new LinkedHashMap<>(theirs);
        nobodys.replaceAll((name, value) -> value.equals(town.slug())
                ? "no-such-place"
                : value.matches("[0-9a-f-]{36}")
                        ? UUID.randomUUID().toString()
                        : value.startsWith("reply:") ? "reply:" + UUID.randomUUID() : value);
        for (var route : routes()) {
            if (route.takesId() && !route.pattern().startsWith("/assets")) {
                var real = ask(olaf, route, route.path(theirs));
                var none = ask(olaf, route, route.path(nobodys));
                assertThat(plain(real)).as(route.name()).isEqualTo(plain(none));
            }
        }
    }

    @Test
    void wrongTypesAreRefusedAndNeverAFault() {
        var town = world.town("orchard");
        var manager = manager(town);
        for (var route : routes()) {
            for (var wrong : route.takesId() ? WRONG : List.<String>of()) {
                var ids = new LinkedHashMap<>(RealIds.in(town));
                ids.replaceAll((name, value) -> name.equals("slug") ? value : wrong);
                var answer = ask(manager, route, route.path(ids));
                assertThat(answer.status()).as(route.name() + " with " + wrong).isBetween(200, 499);
            }
        }
    }

    /** Advisories 4, 5 and 39: fields that a form does not have change nothing and break nothing; nor does a field given twice. */
    @Test
    void addedFieldsChangeNothing() {
        var town = world.town("orchard");
        var tane = world.person("Tane", "ACTIVE", false);
        world.join(town.id(), tane, Role.MEMBER);
        var browser = world.browser(port, tane);
        for (var route : routes()) {
            if (route.method().equals("POST")
                    && !route.pattern().contains("sign-out")
                    && !route.pattern().equals("/memberships/{slug}/end")) {
                world.calm();
                var answer = browser.post(route.path(RealIds.in(town)), GREEDY);
                assertThat(answer.status()).as(route.name()).isLessThan(500);
            }
        }
        var account = world.sql
                .sql("select operator::text || status from identity.account where id = :id")
                .param("id", tane.value())
                .query(String.class)
                .single();
        assertThat(account).isEqualTo("falseACTIVE");
        assertThat(world.sql
                        .sql("select role from community.membership where account_id = :id")
                        .param("id", tane.value())
                        .query(String.class)
                        .single())
                .isEqualTo("MEMBER");
        assertThat(world.sql
                        .sql("select (pinned or closed_at is not null)::text from conversation.topic where id = :id")
                        .param("id", town.topic())
                        .query(String.class)
                        .single())
                .isEqualTo("false");
    }

    @Test
    void formsWithoutTheirTokenOrWithAnothersAreRefused() {
        var town = world.town("orchard");
        var manager = manager(town);
        var foreign = manager(town).csrf();
        manager.csrf();
        for (var route : routes()) {
            if (ONE_CLICK.contains(route.name())) {
                assertThat(manager.postRaw(route.path(Map.of()), Map.of()).status())
                        .as(route.name() + " without the secret")
                        .isEqualTo(404);
            } else if (route.method().equals("POST")) {
                var path = route.path(RealIds.in(town));
                assertThat(manager.postRaw(path, Map.of()).status())
                        .as(route.name() + " without a token")
                        .isEqualTo(403);
                assertThat(manager.postRaw(path, Map.of("_csrf", foreign)).status())
                        .as(route.name() + " with another's token")
                        .isEqualTo(403);
            }
        }
    }

    /** Advisory 54 and the path variants of CVE-2026-22753: no spelling of a path opens a door that the plain one keeps shut. */
    @Test
    void noSpellingOfAPathOpensADoor() {
        var town = world.town("orchard");
        var anonymous = new Visitor(port);
        var opened = new ArrayList<String>();
        for (var route : routes()) {
            var path = route.path(RealIds.in(town));
            if (route.method().equals("GET") && anonymous.get(path).status() != 200) {
                for (var variant : List.of(
                        path + "/",
                        "/" + path,
                        path + ";x=1",
                        path + ".json",
                        path + "%2e",
                        path.toUpperCase(java.util.Locale.ROOT),
                        path + "?format=json",
                        "/." + path,
                        path + "%20",
                        "/error/.." + path)) {
                    if (anonymous.get(variant).status() == 200) {
                        opened.add(variant);
                    }
                }
            }
        }
        assertThat(opened).isEmpty();
    }

    private Visitor manager(World.Town town) {
        var ana = world.person("Ana", "ACTIVE", false);
        world.join(town.id(), ana, Role.MANAGER);
        return world.browser(port, ana);
    }

    private List<Route> routes() {
        return Route.all(mapping);
    }

    private Visitor.Answer ask(Visitor who, Route route, String path) {
        world.calm();
        return route.method().equals("GET") ? who.get(path) : who.post(path, Map.of());
    }

    /** Status and text, without what differs from answer to answer. */
    private static String plain(Visitor.Answer answer) {
        return answer.status() + " " + answer.location().replaceAll("[0-9a-f-]{36}|no-such-place|orchard-\\w+", "…")
                + " " + answer.page().body().text().replaceAll("[0-9a-f-]{36}|no-such-place|orchard-\\w+", "…");
    }
}
