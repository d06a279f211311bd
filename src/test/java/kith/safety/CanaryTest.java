package kith.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kith.Visitor;
import kith.community.Role;
import kith.identity.PersonalData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Hides a random text in every private thing of a community and then reads, as everybody, every page that can be reached by a link or guessed by its address, and
 * every mail and what each of them gets as an export: a text may show to those alone whom it is meant for (the canary of advisories 18–33).
 */
@WholeHouse
class CanaryTest {
    private static final int PAGES = 250;

    @LocalServerPort
    int port;

    @Autowired
    List<PersonalData> everything;

    @Autowired
    World world;

    @Autowired
    Planted planted;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void noPrivateTextShowsToAnybodyElse() {
        var town = world.town("orchard");
        var people = people(town);
        var garden = garden(town, people);
        var leaks = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var person : people.entrySet()) {
            var pages = crawl(browser(person.getKey(), person.getValue()), garden);
            pages.put("the export", export(person.getValue()));
            for (var page : pages.entrySet()) {
                for (var secret : garden.secrets()) {
                    if (page.getValue().contains(secret.text())) {
                        seen.add(secret.what());
                        if (!secret.readers().contains(person.getKey())) {
                            leaks.add(secret.what() + " shows to " + person.getKey() + " at " + page.getKey());
                        }
                    }
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(seen)
                .as("texts that their readers found: the crawl does read pages")
                .contains(
                        "community orchard",
                        "opening orchard",
                        "draft",
                        "case",
                        "article",
                        "join request",
                        "kept mail",
                        "e-mail address");
        mailsHoldNone(garden);
    }

    /** Everybody: the author and those who may be near her words, and those who may not. */
    private Map<String, kith.identity.MemberId> people(World.Town town) {
        var people = new LinkedHashMap<String, kith.identity.MemberId>();
        people.put("author", town.author());
        people.put("reporter", inside(town, Role.MEMBER));
        people.put("member", inside(town, Role.MEMBER));
        people.put("supporter", inside(town, Role.SUPPORTER));
        people.put("practitioner", inside(town, Role.PRACTITIONER));
        people.put("moderator", inside(town, Role.MODERATOR));
        people.put("manager", inside(town, Role.MANAGER));
        people.put("asker", world.person("Asa", "ACTIVE", false));
        people.put("member of another", world.town("harbour").author());
        people.put("unconfirmed", world.person("Una", "UNCONFIRMED", false));
        people.put("operator", world.person("Opal", "ACTIVE", true));
        people.put("suspended", world.person("Sid", "SUSPENDED", false));
        people.put("anonymous", world.person("Nobody", "ERASED", false));
        return people;
    }

    private kith.identity.MemberId inside(World.Town town, Role role) {
        var person = world.person("Tane", "ACTIVE", false);
        world.join(town.id(), person, role);
        return person;
    }

    private Planted.Garden garden(World.Town town, Map<String, kith.identity.MemberId> people) {
        world.browser(port, town.author());
        var garden = planted.plant(town, people.get("reporter"), people.get("asker"));
        for (var what : List.of("community orchard", "title orchard", "opening orchard", "reply orchard")) {
            var readers = new ArrayList<>(World.EVERYBODY_INSIDE);
            if (what.startsWith("community")) {
                readers.add("asker");
            }
            garden.secrets().add(new Planted.Secret(what, World.secret(what), readers));
        }
        return garden;
    }

    private Visitor browser(String name, kith.identity.MemberId who) {
        return name.equals("anonymous") ? new Visitor(port) : world.browser(port, who);
    }

    /** What somebody gets who asks for everything about them. */
    private String export(kith.identity.MemberId who) {
        return everything.stream().map(part -> part.export(who).toString()).collect(Collectors.joining());
    }

    /** All pages that somebody reaches, by following links and by trying every route with real ids. */
    private Map<String, String> crawl(Visitor visitor, Planted.Garden garden) {
        var todo = new ArrayDeque<String>(guesses(garden));
        var known = new LinkedHashSet<>(todo);
        var pages = new LinkedHashMap<String, String>();
        while (!todo.isEmpty() && pages.size() < PAGES) {
            world.calm();
            var path = todo.poll();
            var answer = visitor.get(path);
            pages.put(path, answer.body() + answer.header("Location") + answer.header("Set-Cookie"));
            for (var link : answer.page().select("a[href^=/]").eachAttr("href")) {
                var target = link.replaceFirst("#.*", "");
                if (!target.startsWith("/sign-") && !target.startsWith("/assets/") && known.add(target)) {
                    todo.add(target);
                }
            }
        }
        return pages;
    }

    private Set<String> guesses(Planted.Garden garden) {
        var paths = new LinkedHashSet<String>();
        for (var route : Route.all(mapping)) {
            if (route.method().equals("GET")
                    && !route.pattern().startsWith("/assets")
                    && !route.pattern().startsWith("/sign-")) {
                paths.add(route.path(garden.ids()));
            }
        }
        paths.add("/reports/new?post=" + garden.ids().get("posts.id"));
        paths.add("/posts/" + garden.ids().get("withdrawn") + "/history");
        paths.add("/posts/" + garden.ids().get("withdrawn") + "/edit");
        paths.add("/topics/" + garden.ids().get("topics.id") + "?quote="
                + garden.ids().get("withdrawn"));
        return paths;
    }

    private void mailsHoldNone(Planted.Garden garden) {
        var mails = world.sql
                .sql(
                        "select subject || ' ' || body || html from notification.mail where state <> 'KEPT' or body not like 'zq%'")
                .query(String.class)
                .list();
        for (var secret : garden.secrets()) {
            assertThat(mails).noneMatch(mail -> mail.contains(secret.text()));
        }
    }
}
