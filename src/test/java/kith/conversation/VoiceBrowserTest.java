package kith.conversation;

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

/** Marama speaks anonymously in a real browser, on a small phone and a wide screen. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class VoiceBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Test
    void maramaIsAskedBeforeItIsPostedAndSpeaksAnonymously() {
        var cast = new Cast(sql);
        var eye = new Eye();
        try (var hers = Browser.person(new com.microsoft.playwright.Browser.NewContextOptions())) {
            hers.addCookies(List.of(new Cookie("__Host-kith", cast.session(cast.member("Marama")))
                    .setUrl("https://localhost:" + port)
                    .setSecure(true)
                    .setHttpOnly(true)));
            var page = hers.newPage();
            page.navigate("http://localhost:" + port + "/conversations/" + cast.slug + "/new?section=medicines");
            eye.look(page, "voice-new");
            page.locator("#title").fill("Something private");
            page.locator("#body").fill("Please call me: +64 21 123 4567, any time.");
            page.locator("input[name=as][value=anonymous]").check();
            page.locator("form[action='/topics'] .submit button").first().click();
            page.locator(".doubts mark").waitFor();
            eye.look(page, "voice-doubts");
            assertThat(page.locator("#body").inputValue()).contains("any time.");
            assertThat(page.locator("input[name=as][value=anonymous]").isChecked())
                    .isTrue();
            page.locator("button[name=sure]").click();
            page.locator("article.post").waitFor();
            eye.look(page, "voice-topic");
            assertThat(page.locator("article.post .who").first().innerText())
                    .contains("Somebody · ", "only you see that");
            page.navigate("http://localhost:" + port + "/folding/" + cast.slug);
            eye.look(page, "voice-folding");
        }
        assertThat(eye.faults()).isEmpty();
    }
}
