package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.Browser;
import kith.Eye;
import kith.house.TestHouse;
import kith.identity.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Pictures, polls and moves in a real browser with scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class PicturesBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    Cast cast;
    Viewer tane;
    String topic;
    final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        tane = cast.member("Tane");
        topic = cast.at(port, cast.member("Marama"))
                .post(
                        "/topics",
                        Map.of(
                                "community", cast.slug,
                                "section", "medicines",
                                "title", "Gloves",
                                "body", "In the mornings.",
                                "poll", "Which gloves help you through a cold morning?",
                                "answers", "Wool\nCotton\nNone at all",
                                "shown", "after_vote",
                                "closes",
                                        LocalDateTime.now(ZoneOffset.UTC)
                                                .plusDays(2)
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .toString()))
                .location();
    }

    @Test
    void taneChoosesPicturesWhileHeWritesAndLosesNoWord() {
        try (var his = at(tane)) {
            var eye = new Eye();
            var page = open(his, topic);
            page.locator("#reply textarea").fill("Mine too.");
            var chooser = page.waitForFileChooser(
                    () -> page.locator("#reply [name=pictures]").click());
            chooser.setFiles(new FilePayload[] {
                new FilePayload("a.jpg", "image/jpeg", Canvases.picture("jpeg", 1600, 900)),
                new FilePayload("b.png", "image/png", Canvases.picture("png", 700, 900))
            });
            page.locator("[data-picture]").nth(1).waitFor();
            page.locator("[data-picture] input:not([type])").first().fill("My left hand, swollen");
            page.locator("[data-picture] [type=checkbox]").nth(1).check();
            eye.look(page, "writing-with-pictures");
            page.locator("#reply .submit button").first().click();
            page.locator(".post .pictures img").first().waitFor();
            assertThat(page.locator(".post .pictures img").first().getAttribute("alt"))
                    .isEqualTo("My left hand, swollen");
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "() => { const i = document.querySelector('.post .pictures img'); i.scrollIntoView(); return i.decode().then(() => i.naturalWidth > 100) }"))
                    .isTrue();
            eye.look(page, "post-with-pictures");
            var bad = page.waitForFileChooser(
                    () -> page.locator("#reply [name=pictures]").click());
            complaints.clear();
            bad.setFiles(new FilePayload(
                    "x.jpg", "image/jpeg", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            page.locator("#pictures [role=status]", new Page.LocatorOptions().setHasText("not a picture"))
                    .waitFor();
            page.navigate("http://localhost:" + port + "/drafts/reply:" + topic.substring(8) + "/pictures");
            eye.look(page, "pictures-page");
            page.navigate("http://localhost:" + port + "/conversations/" + cast.slug + "/new");
            page.locator(".new-poll summary").click();
            eye.look(page, "new-poll");
            assertThat(eye.faults()).isEmpty();
        }
    }

    @Test
    void whoHostsFindsHerWayThroughMoves() {
        for (var n = 0; n < 5; n++) {
            var peer = cast.at(port, cast.member("Peer " + n));
            var vote = peer.get(topic).page().selectFirst("form[action$=/vote]").attr("action");
            peer.post(vote, Map.of("choice", n == 4 ? "1" : "0"));
            peer.submit(
                    peer.get(topic),
                    topic + "/replies",
                    Map.of("body", "By the way, about gloves, for the %d. time.".formatted(n)));
        }
        try (var hers = at(cast.as("Ana", "MANAGER"))) {
            var eye = new Eye();
            var page = open(hers, topic + "/moves");
            page.locator("input[name=title]").fill("About gloves");
            page.locator("input[name=post]").nth(1).check();
            page.locator("input[name=rest]").check();
            eye.look(page, "moves");
            page.locator("form:has(input[name=post]) .submit button").click();
            page.locator(".moved").waitFor();
            assertThat(page.locator("article.post").count()).isEqualTo(4);
            page.navigate("http://localhost:" + port + topic);
            page.locator(".poll [type=radio]").first().check();
            page.locator(".poll .submit button").first().click();
            page.locator(".results").waitFor();
            eye.look(page, "poll");
            page.navigate("http://localhost:" + port + topic + "/moves");
            eye.look(page, "moves-done");
            assertThat(eye.faults()).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    private BrowserContext at(Viewer who) {
        var context = Browser.person();
        context.addCookies(List.of(new Cookie("__Host-kith", cast.session(who))
                .setUrl("https://localhost:" + port)
                .setSecure(true)
                .setHttpOnly(true)));
        return context;
    }

    private Page open(BrowserContext person, String path) {
        var page = person.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate("http://localhost:" + port + path);
        return page;
    }
}
