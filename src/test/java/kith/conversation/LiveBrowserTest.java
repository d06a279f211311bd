package kith.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Marama has a topic open in a real browser while Tane writes in it. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class LiveBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    ConversationData data;

    @Autowired
    TransactionTemplate transactions;

    Cast cast;
    Viewer marama;
    Visitor his;
    BrowserContext hers;
    String topic;
    final List<String> complaints = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    /** Pages wait up to two seconds so as not to ask all at once, and this machine may be busy. */
    @BeforeAll
    static void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

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
        // At most five seconds until the stream ends, four until the browser asks again, and then the page.
        assertThat(page.locator(".post")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
    }

    @Test
    void whatShePassesInOneTabIsReadInTheOtherAndHerBellIsQuietThere() {
        follow();
        var list = open("/conversations/" + cast.slug);
        reply("Same in March.");
        assertThat(list.locator(".topics li.fresh")).hasCount(1);
        assertThat(list.locator("#live-bell .chip")).containsText("1");
        assertThat(list.locator("#rail-talk .chip")).containsText("1");
        var read = open(topic);
        assertThat(read.locator(".post")).hasCount(2);
        list.bringToFront();
        assertThat(list.locator(".topics li.fresh")).hasCount(0);
        assertThat(list.locator("#live-bell .chip")).hasCount(0);
        assertThat(list.locator("#rail-talk .chip")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    private void follow() {
        var other = cast.at(port, marama);
        other.get(topic);
        other.post(topic + "/attention", "attention", "followed");
    }

    @Test
    void whatAPageAsksByItselfIsNotReadByAnybody() {
        var page = open(topic);
        reply("Same in March.");
        assertThat(page.locator(".newer")).containsText("1 new reply");
        var ana = cast.at(port, cast.as("Ana", "MANAGER"));
        ana.csrf();
        ana.post(topic + "/pin");
        assertThat(page.locator("[id^=topic-]")).containsText("pinned");
        page.close();
        var list = open("/conversations/" + cast.slug);
        assertThat(list.locator("li.fresh")).hasCount(1);
    }

    @Test
    void homeTellsThatThereIsSomethingNew() {
        var home = open("/");
        assertThat(home.locator("#live-news li")).hasCount(1);
        reply("Same in March.");
        assertThat(home.locator("#live-news .count")).containsText("1");
        his.post(
                "/topics",
                Map.of("community", cast.slug, "section", "medicines", "title", "Gloves", "note", "", "body", "Wool?"));
        assertThat(home.locator(".newer")).containsText("Something new in 1 conversation");
        home.locator(".newer button").click();
        assertThat(home.locator("#live-news .title").first()).hasText("Gloves");
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatHelpedAClosedTopicAndAMoveShowThemselvesWhereSomebodyReads() {
        var ruth = cast.at(port, cast.member("Ruth"));
        ruth.csrf();
        var post = ruth.post(topic + "/replies", Map.of("body", "Same in March."))
                .location()
                .substring("/posts/".length());
        var page = open(topic);
        his.csrf();
        his.post("/posts/" + post + "/help");
        assertThat(page.locator("#post-" + post)).containsText("helped");
        his.post(topic + "/closure");
        assertThat(page.locator("#reply textarea")).hasCount(0);
        his.post(topic + "/closure/removal");
        assertThat(page.locator("#reply textarea")).hasCount(1);
        page.locator("#body").fill("Half a thought");
        his.post(topic + "/closure");
        assertThat(page.locator("[id^=topic-]")).containsText("closed");
        assertThat(page.locator("#body")).hasValue("Half a thought");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aTopicThatWasBroughtIntoAnotherLeadsOnAndItsPostsComeInThere() {
        var first = topic;
        topic = his.post(
                        "/topics",
                        Map.of(
                                "community",
                                cast.slug,
                                "section",
                                "medicines",
                                "title",
                                "Again",
                                "note",
                                "",
                                "body",
                                "We were away again."))
                .location();
        reply("Mine too.");
        var later = open(topic);
        var earlier = open(first);
        var ana = cast.at(port, cast.as("Ana", "MANAGER"));
        ana.csrf();
        ana.post(topic + "/moves", Map.of("kind", "merge", "other", "http://localhost" + first));
        assertThat(earlier.locator(".newer")).containsText("2 new replies");
        earlier.locator(".newer button").click();
        assertThat(earlier.locator(".post .words"))
                .hasText(new String[] {"We were away.", "We were away again.", "Mine too."});
        later.bringToFront();
        assertThat(later.locator("[id^=topic-]")).containsText("goes on in another one");
        assertThat(later.locator("[id^=topic-] a")).hasAttribute("href", first);
        assertThat(complaints).isEmpty();
    }

    @Test
    void theNamesOfWhoLeavesTheHouseGoFromOpenPages() {
        var ruth = cast.member("Ruth");
        var hersToo = cast.at(port, ruth);
        hersToo.csrf();
        var hers = hersToo.post(topic + "/replies", Map.of("body", "Same in March."))
                .location()
                .substring("/posts/".length());
        var page = open(topic);
        assertThat(page.locator("#post-" + hers)).containsText("Ruth");
        transactions.executeWithoutResult(now -> data.erase(ruth.member()));
        assertThat(page.locator("#post-" + hers)).not().containsText("Ruth");
        assertThat(page.locator("#post-" + hers + " .words")).hasCount(0);
    }

    @Test
    void anAnswerToAPollShowsInTheOtherTabAndWhatWasChosenStays() {
        var asked = his.post(
                        "/topics",
                        Map.of(
                                "community",
                                cast.slug,
                                "section",
                                "medicines",
                                "title",
                                "Gloves",
                                "body",
                                "Cold hands.",
                                "poll",
                                "Which gloves?",
                                "answers",
                                "Wool\nCotton",
                                "shown",
                                "after_vote",
                                "closes",
                                java.time.LocalDateTime.now(java.time.ZoneOffset.UTC)
                                        .plusDays(2)
                                        .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                                        .toString()))
                .location();
        var one = open(asked);
        var two = open(asked);
        two.locator(".poll input[name=choice]").nth(1).check();
        two.locator(".poll .submit button").first().click();
        assertThat(two.locator(".poll")).containsText("Change my answer");
        one.bringToFront();
        assertThat(one.locator(".poll")).containsText("Change my answer");
        var poll = one.locator("section.poll").getAttribute("id").substring(5);
        for (var n = 0; n < 4; n++) {
            var peer = cast.at(port, cast.member("Peer " + n));
            peer.csrf();
            peer.post("/polls/" + poll + "/vote", Map.of("choice", "0"));
            if (n == 1) {
                one.locator(".poll input[name=choice]").first().check();
            }
        }
        assertThat(one.locator(".poll .results")).containsText("4 answers");
        assertThat(one.locator(".poll input[name=choice]").first()).isChecked();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aVisitorsPageAsksNowAndThenAndShowsWhatCame() {
        cast = new Cast(sql, "OPEN_TO_READ");
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
                                "Two",
                                "note",
                                "",
                                "body",
                                "We."))
                .location();
        try (var visitor = Browser.person()) {
            var page = visitor.newPage();
            page.clock().install();
            page.onPageError(complaints::add);
            page.navigate("http://localhost:" + port + topic);
            assertThat(page.locator(".post")).hasCount(1);
            reply("Same in March.");
            page.clock().runFor(50_000);
            assertThat(page.locator(".newer")).containsText("1 new reply");
            page.locator(".newer button").click();
            assertThat(page.locator(".post .words")).hasText(new String[] {"We.", "Same in March."});
            assertThat(complaints).isEmpty();
        }
    }
}
