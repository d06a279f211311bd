package kith.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import kith.Browser;
import kith.Eye;
import kith.house.TestHouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Tane searches with a keyboard in a real browser, and is offered what is like a title that he types. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
@Tag("browser")
class SearchBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Indexing indexing;

    @Test
    void taneFindsByKeyboardAndIsOfferedWhatIsLikeHisTitle() {
        var town = new Town(sql, port, "en");
        var marama = town.arrives("Marama");
        var topic = town.topic(
                marama,
                "medicines",
                "Nausea after methotrexate",
                "The nausea comes on Mondays, a day after the injection. What helps you when it does?");
        town.topic(
                marama, "mornings", "Mondays", "I had nausea and a long walk by the sea, with the dog and a friend.");
        var tane = town.member("Tane", "MEMBER");
        town.reply(town.at(tane), topic, "Ginger, and folic acid on another day.");
        indexing.catchUpAsHouse();
        var house = "http://localhost:" + port;
        try (var context = Browser.person()) {
            context.addCookies(List.of(new Cookie("__Host-kith", town.session(tane))
                    .setUrl("https://localhost:" + port)
                    .setSecure(true)
                    .setHttpOnly(true)));
            var page = context.newPage();
            var eye = new Eye();
            page.navigate(house + "/conversations/" + town.slug);
            page.keyboard().press("/");
            page.waitForURL("**/search/" + town.slug);
            eye.look(page, "search-empty");
            page.locator("h1").click();
            page.keyboard().press("/");
            page.keyboard().type("nausee");
            page.keyboard().press("Enter");
            assertThat(page.locator(".finds a.title")).hasCount(2);
            assertThat(page.locator("main .notice")).containsText("“nausee”");
            assertThat(page.url()).doesNotContain("nausee");
            eye.look(page, "search-typo");
            page.reload();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator(".finds a.title").first()).isFocused();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator(".finds a.title").nth(1)).isFocused();
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");
            page.waitForURL("**" + topic);
            page.goBack();
            assertThat(page.locator("#words")).hasValue("nausee");
            page.locator("#words").fill("xylophone");
            page.keyboard().press("Enter");
            assertThat(page.locator(".empty h2")).hasText("Nothing with these words");
            page.locator(".asking summary").click();
            eye.look(page, "search-nothing");
            page.navigate(house + "/conversations/" + town.slug + "/new");
            page.locator("#title").pressSequentially("Nausea from methotrexate");
            assertThat(page.locator("[data-similar] a").first()).hasAttribute("href", topic);
            eye.look(page, "search-similar");
            assertThat(eye.faults()).isEmpty();
        }
    }
}
