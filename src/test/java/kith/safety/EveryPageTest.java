package kith.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.Browser;
import kith.community.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Opens every page that there is in a real browser, as the first person who may see it, on a small phone by day and on a wide screen by night: no axe violation,
 * nothing wider than the screen, no script error, no request to anybody else, and no more than a light page may weigh.
 */
@WholeHouse
@Tag("browser")
class EveryPageTest {
    private static final int MOST_REQUESTS = 10;

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Planted planted;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final List<String> faults = new ArrayList<>();

    @Test
    void onASmallPhoneByDay() {
        readAll(new NewContextOptions().setViewportSize(320, 640).setColorScheme(ColorScheme.LIGHT));
    }

    @Test
    void onAWideScreenByNight() {
        readAll(new NewContextOptions().setViewportSize(1300, 900).setColorScheme(ColorScheme.DARK));
    }

    private void readAll(NewContextOptions options) {
        var town = world.town("orchard");
        var garden = planted.plant(town, town.author(), world.person("Asa", "ACTIVE", false));
        var read = new ArrayList<String>();
        var people = people(town);
        for (var route : Route.all(mapping)) {
            if (route.method().equals("GET")
                    && !route.pattern().startsWith("/assets")
                    && !route.pattern().equals("/packs/schema")) {
                for (var person : people.entrySet()) {
                    if (reads(options, person.getValue(), person.getKey(), route.path(garden.ids()))) {
                        read.add(route.pattern());
                        break;
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(read).as("pages that somebody could open").hasSizeGreaterThan(45);
    }

    private Map<String, String> people(World.Town town) {
        var manager = world.person("Ana", "ACTIVE", false);
        world.join(town.id(), manager, Role.MANAGER);
        var people = new LinkedHashMap<String, String>();
        people.put("anonymous", "");
        people.put("author", session(town.author()));
        people.put("manager", session(manager));
        people.put("operator", session(world.person("Opal", "ACTIVE", true)));
        return people;
    }

    private String session(kith.identity.MemberId who) {
        return world.browser(port, who).cookie("__Host-kith");
    }

    /** Whether this person was shown the page itself; what is wrong with it goes into the list of faults. */
    private boolean reads(NewContextOptions options, String session, String who, String path) {
        world.calm();
        try (var browser = Browser.person(options)) {
            if (!session.isEmpty()) {
                browser.addCookies(List.of(new Cookie("__Host-kith", session)
                        .setUrl("https://localhost:" + port)
                        .setSecure(true)
                        .setHttpOnly(true)));
            }
            return shown(browser, who, path);
        }
    }

    private boolean shown(BrowserContext browser, String who, String path) {
        var house = "http://localhost:" + port;
        var page = browser.newPage();
        var requests = new ArrayList<String>();
        var errors = new ArrayList<String>();
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        var answer = page.navigate(house + path);
        if (answer == null || answer.status() != 200 || !page.url().equals(house + path)) {
            return false;
        }
        page.waitForLoadState();
        check(page, who + " at " + path, requests, errors, house);
        return true;
    }

    private void check(Page page, String where, List<String> requests, List<String> errors, String house) {
        errors.forEach(error -> faults.add(where + ": " + error));
        requests.stream()
                .filter(url -> !url.startsWith(house) && !url.startsWith("blob:" + house))
                .forEach(url -> faults.add(where + " asks " + url));
        if (requests.size() > MOST_REQUESTS) {
            faults.add(where + " makes " + requests.size() + " requests");
        }
        var wide =
                (Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wide.intValue() > 0) {
            faults.add(where + " is " + wide + " px wider than its screen");
        }
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(violation -> faults.add(where + ": " + violation.getId() + " "
                        + violation.getNodes().getFirst().getHtml()));
    }
}
