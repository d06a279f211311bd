package kith.community;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import kith.Browser;
import kith.house.TestHouse;
import kith.identity.Ids;
import kith.identity.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** A newcomer with a small phone comes in through three steps; no page on the way is wider than her screen or shuts anybody out. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class OnboardingBrowserTest {
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

    Cast cast;
    Viewer ana;
    Viewer marama;
    String slug;
    BrowserContext phone;
    Page page;

    @BeforeEach
    void maramaHasASmallPhone() {
        cast = new Cast(sql);
        ana = cast.person("Ana");
        marama = cast.person("Marama");
        slug = "b-" + Ids.next().toString().substring(19);
        var id = founding.foundAsHouse(new Founding.Wish(
                packs.newest("quit-smoking", "en").orElseThrow(),
                "Clear Air",
                slug,
                "",
                Community.Joining.OPEN,
                Community.Visibility.PRIVATE));
        memberships.addAsHouse(id, ana.member(), Role.MANAGER);
        open(marama, 320, ColorScheme.LIGHT);
    }

    private void open(Viewer who, int width, ColorScheme scheme) {
        close();
        phone = Browser.person(
                new NewContextOptions().setViewportSize(width, 640).setColorScheme(scheme));
        phone.addCookies(List.of(new Cookie("__Host-kith", cast.at(port, who).cookie("__Host-kith"))
                .setUrl("https://localhost:" + port)
                .setSecure(true)));
        page = phone.newPage();
    }

    @AfterEach
    void close() {
        if (phone != null) {
            phone.close();
        }
    }

    private void look(String name) {
        if (System.getProperty("kith.pictures") != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(System.getProperty("kith.pictures"), name + ".png"))
                    .setFullPage(true));
        }
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s is wider than the screen", name)
                .isNotPositive();
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .extracting(violation -> violation.getId() + " "
                        + violation.getNodes().getFirst().getTarget())
                .as(name)
                .isEmpty();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void go(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    @Test
    void maramaComesInThroughThreeSteps() {
        go("/communities/" + slug);
        look("door");
        button("Join").click();
        assertThat(page).hasURL(Pattern.compile(".*/onboarding/" + slug + ".*"));
        look("step-1");
        button("Save and go on").click();
        assertThat(page.locator("main")).containsText("Please say that you want to keep to the guidelines");
        look("step-1-refused");
        page.getByLabel("I have read this").check();
        button("Save and go on").click();
        assertThat(page).hasURL(Pattern.compile(".*/2$"));
        look("step-2");
        page.getByLabel("reason").first().fill("My children");
        button("Save and go on").click();
        assertThat(page).hasURL(Pattern.compile(".*/3$"));
        look("step-3");
        button("Back").click();
        assertThat(page.getByLabel("reason").first()).hasValue("My children");
        button("Save and go on").click();
        button("Finish").click();
        assertThat(page.locator("main")).containsText("You are there");
        look("arrived");
    }

    @Test
    void noPageOfAMemberShutsAnybodyOut() {
        memberships.join(marama, slug);
        open(marama, 320, ColorScheme.DARK);
        for (var path : List.of(
                "/", "/communities", "/members/" + slug, "/my/" + slug, "/help/" + slug, "/guidelines/" + slug)) {
            go(path);
            look("member" + path.replace('/', '-'));
        }
    }

    @Test
    void noPageOfAManagerShutsAnybodyOut() {
        memberships.join(marama, slug);
        open(ana, 320, ColorScheme.LIGHT);
        for (var path : List.of(
                "/invites/" + slug,
                "/settings/" + slug,
                "/settings/" + slug + "/words",
                "/settings/" + slug + "/sections",
                "/settings/" + slug + "/guidelines",
                "/settings/" + slug + "/pack",
                "/members/" + slug + "/" + marama.member())) {
            go(path);
            look("manager" + path.replace('/', '-'));
        }
    }
}
