package kith.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.Browser;
import kith.Eye;
import kith.Visitor;
import kith.house.TestHouse;
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

/** Marama has a topic open in a real browser while Tane writes in it. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class LiveBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    Cast cast;
    Viewer marama;
    Visitor his;
    BrowserContext hers;
    String topic;
    final List<String> complaints = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        marama = cast.member("Marama");
        his = cast.at(port, cast.member("Tane"));
        his.csrf();
        topic = his.post(
                        "/topics",
                        Map.of(
                                "community",
                                cast.slug,
                                "section",
                                "medicines",
                                "title",
                                "Two doses",
                                "note",
                                "",
                                "body",
                                "We were away."))
                .location();
        hers = Browser.person();
        hers.addCookies(List.of(new Cookie("__Host-kith", cast.session(marama))
                .setUrl("https://localhost:" + port)
                .setSecure(true)
                .setHttpOnly(true)));
    }

    @AfterEach
    void sheLeaves() {
        hers.close();
    }

    private Page open(String path) {
        var page = hers.newPage();
        page.onPageError(complaints::add);
        page.onRequest(request -> asked.add(request.url()));
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    private String reply(String words) {
        his.csrf();
        return his.post(topic + "/replies", Map.of("body", words)).location().substring("/posts/".length());
    }

    @Test
    void newRepliesWaitBehindAQuietLineAndComeInTheirOrder() {
        var page = open(topic);
        page.locator("#body").fill("Half a thought");
        page.locator("#body").focus();
        reply("First.");
        reply("Second.");
        var line = page.locator(".newer");
        assertThat(line).containsText("2 new replies");
        assertThat(page.locator(".post")).hasCount(1);
        assertThat(page.locator("#body")).isFocused();
        new Eye().look(page, "live-line");
        line.locator("button").click();
        assertThat(page.locator(".post .words")).hasText(new String[] {"We were away.", "First.", "Second."});
        assertThat(page.locator(".post").nth(1)).isFocused();
        assertThat(line).isHidden();
        assertThat(page.locator("#body")).hasValue("Half a thought");
        assertThat(page.locator("[id^=topic-] .chip").first()).containsText("2");
        assertThat(complaints).isEmpty();
    }

    @Test
    void anEditAThanksAndAWithdrawalShowThemselvesWhereTheyAre() {
        var post = reply("Same in March.");
        var page = open(topic);
        var shown = page.locator("#post-" + post);
        assertThat(shown.locator(".words")).hasText("Same in March.");
        his.post("/posts/" + post, Map.of("body", "Same in May.", "version", "1"));
        assertThat(shown.locator(".words")).hasText("Same in May.");
        var ruth = cast.at(port, cast.member("Ruth"));
        ruth.csrf();
        ruth.post("/posts/" + post + "/thanks", "kind", "with_you");
        assertThat(shown.locator(".thankers")).containsText("Ruth");
        his.post("/posts/" + post + "/withdrawal", Map.of());
        assertThat(shown.locator(".words")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void afterALostConnectionNothingIsMissingAndNothingIsThereTwice() {
        var page = open(topic);
        reply("Before the tunnel.");
        assertThat(page.locator(".newer")).containsText("1 new reply");
        hers.setOffline(true);
        var inTheTunnel = reply("In the tunnel.");
        hers.setOffline(false);
        assertThat(page.locator(".newer")).containsText("2 new replies");
        reply("After it.");
        assertThat(page.locator(".newer")).containsText("3 new replies");
        page.locator(".newer button").click();
        assertThat(page.locator(".post .words"))
                .hasText(new String[] {"We were away.", "Before the tunnel.", "In the tunnel.", "After it."});
        assertThat(page.locator("#post-" + inTheTunnel)).hasCount(1);
    }

    @Test
    void twoTabsShareOneStreamAndTheSecondGoesOnWhenTheFirstCloses() {
        var one = open(topic);
        reply("To one tab.");
        assertThat(one.locator(".newer")).containsText("1 new reply");
        asked.clear();
        one.onRequest(request -> asked.remove(request.url()));
        var two = open(topic);
        var list = open("/conversations/" + cast.slug);
        reply("To all tabs.");
        assertThat(two.locator(".newer")).containsText("1 new reply");
        assertThat(one.locator(".newer")).containsText("2 new replies");
        assertThat(list.locator(".topics .count")).containsText("2");
        assertThat(asked).noneMatch(url -> url.contains("/live?"));
        one.close();
        reply("After the first closed.");
        assertThat(two.locator(".newer")).containsText("2 new replies");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aManagerWhoWantsItKnownReadsAlongUntilTheyDoNoMore() {
        var ana = cast.at(port, cast.as("Ana", "MANAGER"));
        ana.csrf();
        var page = open(topic);
        assertThat(page.locator("[id^=company-]")).isEmpty();
        assertThat(ana.post(topic + "/company").location()).isEqualTo(topic);
        assertThat(page.locator("[id^=company-]")).hasText("A manager reads along now");
        ana.post(topic + "/company/removal");
        assertThat(page.locator("[id^=company-]")).isEmpty();
        ana.post(topic + "/company");
        assertThat(page.locator("[id^=company-]")).hasText("A manager reads along now");
        sql.sql("update conversation.topic set company_until = now() - interval '1 second'")
                .update();
        page.reload();
        assertThat(page.locator("[id^=company-]")).isEmpty();
        assertThat(his.post(topic + "/company").status()).as("not for members").isEqualTo(404);
        assertThat(complaints).isEmpty();
    }

    @Test
    void whoMayNotReadAnyMoreHasItTakenFromTheirScreen() {
        var page = open(topic);
        reply("Among ourselves.");
        assertThat(page.locator(".newer")).containsText("1 new reply");
        cast.change(marama, "left_at = now()");
        assertThat(page.locator(".post")).hasCount(0);
    }
}
