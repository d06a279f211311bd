package kith.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import kith.Browser;
import kith.Visitor;
import kith.community.Role;
import kith.identity.MemberId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Opens every page that there is in a real browser, as the first person who may see it, on a small phone by day and on a wide screen by night: no axe violation,
 * nothing wider than the screen, no words squeezed into a column of letters, no script error, no request to anybody else, and no more than a light page may weigh.
 */
@WholeHouse
@Tag("browser")
class EveryPageTest {
    private static final int MOST_REQUESTS = 10;

    /** Words that stand in a column so narrow that they are read letter by letter. */
    private static final String SQUEEZED = """
            () => [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dd, legend, summary, label, button, .button)')]
                .filter(one => {
                    const box = one.getBoundingClientRect();
                    return one.innerText.trim().length > 12 && box.width > 2 && box.width < 64 && box.height > 2 * box.width;
                })
                .map(one => one.innerText.trim().slice(0, 60))
            """;

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
        var readers = readers(town, options);
        var read = new ArrayList<String>();
        for (var route : Route.all(mapping)) {
            if (route.method().equals("GET") && !route.pattern().startsWith("/assets")) {
                var path = route.path(garden.ids());
                world.calm();
                readers.stream()
                        .filter(reader -> shows(reader.visitor().get(path)))
                        .findFirst()
                        .ifPresent(reader -> {
                            read(reader, path);
                            read.add(path);
                        });
            }
        }
        readers.forEach(reader -> reader.page().context().close());
        assertThat(faults).isEmpty();
        assertThat(read).as("pages that somebody could open").hasSizeGreaterThan(45);
    }

    /** Somebody with a browser of each kind: one to ask with, one to look with. */
    private record Reader(String name, Visitor visitor, Page page, List<String> requests, List<String> errors) {
        static Reader of(String name, Visitor visitor, BrowserContext browser) {
            var reader = new Reader(name, visitor, browser.newPage(), new ArrayList<>(), new ArrayList<>());
            reader.page.onRequest(request -> reader.requests.add(request.url()));
            reader.page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    reader.errors.add(message.text());
                }
            });
            reader.page.onPageError(reader.errors::add);
            return reader;
        }
    }

    /** Whether an answer is a page: manifests, scripts and pictures are not for people to read. */
    private static boolean shows(Visitor.Answer answer) {
        return answer.status() == 200 && answer.header("Content-Type").startsWith("text/html");
    }

    private List<Reader> readers(World.Town town, NewContextOptions options) {
        var manager = world.person("Ana", "ACTIVE", false);
        world.join(town.id(), manager, Role.MANAGER);
        return List.of(
                Reader.of("anonymous", new Visitor(port), Browser.person(options)),
                reader("author", town.author(), options),
                reader("manager", manager, options),
                reader("operator", world.person("Opal", "ACTIVE", true), options));
    }

    private Reader reader(String name, MemberId who, NewContextOptions options) {
        var visitor = world.browser(port, who);
        var browser = Browser.person(options);
        browser.addCookies(List.of(new Cookie("__Host-kith", visitor.cookie("__Host-kith"))
                .setUrl("https://localhost:" + port)
                .setSecure(true)
                .setHttpOnly(true)));
        return Reader.of(name, visitor, browser);
    }

    private void read(Reader reader, String path) {
        reader.requests().clear();
        reader.errors().clear();
        reader.page().navigate("http://localhost:" + port + path);
        check(reader, reader.name() + " at " + path, "http://localhost:" + port);
    }

    private void check(Reader reader, String where, String house) {
        reader.errors().forEach(error -> faults.add(where + ": " + error));
        reader.requests().stream()
                .filter(url -> !url.startsWith(house) && !url.startsWith("blob:" + house))
                .forEach(url -> faults.add(where + " asks " + url));
        if (reader.requests().size() > MOST_REQUESTS) {
            faults.add(where + " makes " + reader.requests().size() + " requests");
        }
        var wider = (Number)
                reader.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wider.intValue() > 0) {
            faults.add(where + " is " + wider + " px wider than its screen");
        }
        ((List<?>) reader.page().evaluate(SQUEEZED)).forEach(words -> faults.add(where + " squeezes: " + words));
        new AxeBuilder(reader.page())
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(violation -> faults.add(where + ": " + violation.getId() + " "
                        + violation.getNodes().getFirst().getHtml()));
    }
}
