package kith.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.Visitor;
import kith.community.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Knocks at every live route as everybody and compares the answer with the row in docs/authorization.md; a route without a row fails. Run with
 * {@code -Dkith.write=true} to write the rows anew, and read what changed.
 */
@WholeHouse
class AuthorizationMatrixTest {
    private static final Path FILE = Path.of("docs/authorization.md");
    private static final List<String> NOBODY = List.of("anonymous", "suspended", "erased");

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Planted planted;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void everyRouteAnswersEverybodyAsWritten() throws IOException {
        var rows = new LinkedHashMap<String, String>();
        for (var route : Route.all(mapping)) {
            rows.put(route.name(), row(knock(route)));
        }
        if (Boolean.getBoolean("kith.write")) {
            Files.writeString(
                    FILE,
                    head()
                            + rows.entrySet().stream()
                                    .map(r -> "| `" + r.getKey() + "` | " + r.getValue())
                                    .reduce("", (a, b) -> a + b + "\n"));
        }
        assertThat(rows).containsExactlyInAnyOrderEntriesOf(written());
    }

    private Map<String, String> knock(Route route) {
        var town = world.town("orchard");
        var ids = planted.plant(town, town.author(), world.person("Asa", "ACTIVE", false))
                .ids();
        var answers = new LinkedHashMap<String, String>();
        for (var who : people(town).entrySet()) {
            world.calm();
            var path = route.path(ids);
            var answer = route.method().equals("GET")
                    ? who.getValue().get(path)
                    : who.getValue().post(path, RealIds.form(route, town));
            Headers.check(route, answer);
            answers.put(who.getKey(), said(answer));
        }
        var anonymous = answers.get("anonymous");
        assertThat(NOBODY)
                .as("%s is the same for everybody without a standing session", route.name())
                .allSatisfy(nobody -> assertThat(answers.get(nobody)).isEqualTo(anonymous));
        return answers;
    }

    private Map<String, Visitor> people(World.Town town) {
        var other = world.town("harbour");
        var people = new LinkedHashMap<String, Visitor>();
        people.put("anonymous", new Visitor(port));
        people.put("suspended", world.browser(port, world.person("Sid", "SUSPENDED", false)));
        people.put("erased", world.browser(port, world.person("Ella", "ERASED", false)));
        people.put("unconfirmed", world.browser(port, world.person("Una", "UNCONFIRMED", false)));
        people.put("member of another", world.browser(port, other.author()));
        for (var role : List.of(Role.MEMBER, Role.SUPPORTER, Role.PRACTITIONER, Role.MODERATOR, Role.MANAGER)) {
            var person = world.person("Tane", "ACTIVE", false);
            world.join(town.id(), person, role);
            people.put(role.name().toLowerCase(java.util.Locale.ROOT), world.browser(port, person));
        }
        people.put("operator", world.browser(port, world.person("Opal", "ACTIVE", true)));
        return people;
    }

    /** The status, and for a redirect whether it asks to sign in or to confirm the address first. */
    private static String said(Visitor.Answer answer) {
        return answer.status() == 303 && answer.location().startsWith("/sign-in")
                ? "sign in"
                : String.valueOf(answer.status());
    }

    private static String row(Map<String, String> answers) {
        return String.join(" | ", answers.values()) + " |";
    }

    private static String head() {
        return """
                # Who is answered what, route by route

                Written and checked by `AuthorizationMatrixTest`: every live route, asked by everybody, for a thing in a private community to which only Marama,
                the supporter, practitioner, moderator and manager belong; forms are sent with plausible fields (422: the form refuses, so the door was open). *404* is the same
                for what is not there and what is not yours; *sign in* sends to the sign-in page; 401 is the sign-in page that carries a form along.

                | route | anonymous | suspended | erased | unconfirmed | member of another | member | supporter | practitioner | moderator | manager | operator |
                |---|---|---|---|---|---|---|---|---|---|---|---|
                """;
    }

    private static Map<String, String> written() throws IOException {
        var rows = new LinkedHashMap<String, String>();
        for (var line : new ArrayList<>(Files.readAllLines(FILE))) {
            if (line.startsWith("| `")) {
                var end = line.indexOf("` | ");
                rows.put(line.substring(3, end), line.substring(end + 4));
            }
        }
        return rows;
    }
}
