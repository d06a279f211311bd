package kith.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kith.house.TestHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The scripts of a page in a real browser, under the real policy: words are kept, quoted, previewed and sent. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
@Import(Tryout.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptsTest {
    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox")));
    private final List<String> complaints = new ArrayList<>();
    private final List<String> loaded = new ArrayList<>();

    @Autowired
    private Tryout tryout;

    @LocalServerPort
    private int port;

    private Page page;

    @BeforeEach
    void maramaOpensThePage() {
        complaints.clear();
        loaded.clear();
        tryout.drafts.clear();
        tryout.answer.set(204);
        page = browser.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> loaded.add(request.url()));
        page.navigate("http://localhost:" + port + "/tryout");
        assertThat(page.locator("[data-composer].ready")).isVisible();
    }

    @AfterEach
    void sheLeaves() {
        page.close();
    }

    @AfterAll
    void close() {
        playwright.close();
    }

    @Test
    void wordsAreKeptWhileMaramaTypes() {
        page.locator("#body").fill("A bit scared");
        assertThat(page.locator(".saved")).hasText(java.util.regex.Pattern.compile("Saved \\d\\d:\\d\\d"));
        assertThat(tryout.drafts).containsExactly("A bit scared");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aSignedOutWriterIsToldAndLosesNothing() {
        tryout.answer.set(303);
        page.locator("#body").fill("Half written");
        assertThat(page.locator(".saved")).containsText("You are signed out");
        tryout.answer.set(204);
        assertThat(page.locator(".saved")).containsText("Saved");
        assertThat(tryout.drafts).containsExactly("Half written");
    }

    @Test
    void signingInAgainElsewhereMakesThisPageGoOn() {
        page.context().clearCookies();
        page.locator("#body").fill("Still here");
        assertThat(page.locator(".saved")).containsText("Saved");
        assertThat(tryout.drafts).containsExactly("Still here");
    }

    @Test
    void aLostConnectionIsSaidAndTriedAgain() {
        page.context().setOffline(true);
        page.locator("#body").fill("On the train");
        assertThat(page.locator(".saved")).containsText("No connection");
        page.context().setOffline(false);
        assertThat(page.locator(".saved")).containsText("Saved");
        assertThat(tryout.drafts).contains("On the train");
    }

    @Test
    void closingThePageKeepsTheLastWords() throws InterruptedException {
        page.locator("#body").fill("Just before the tunnel");
        page.navigate("about:blank");
        for (var wait = 0; wait < 50 && tryout.drafts.isEmpty(); wait++) {
            Thread.sleep(50);
        }
        assertThat(tryout.drafts).containsExactly("Just before the tunnel");
    }

    @Test
    void aPreviewIsShownAndLeft() {
        page.locator("#body").fill("four");
        page.locator("[data-preview]").click();
        assertThat(page.locator(".preview strong")).hasText("4");
        assertThat(page.locator("#body")).isHidden();
        page.locator("[data-preview]").click();
        assertThat(page.locator("#body")).isFocused();
        assertThat(complaints).isEmpty();
    }

    @Test
    void toolsSetMarkdownAroundTheChosenWords() {
        page.locator("#body").fill("bold");
        page.locator("#body").selectText();
        page.locator("md-bold").click();
        assertThat(page.locator("#body")).hasValue("**bold**");
        assertThat(complaints).isEmpty();
    }

    @Test
    void chosenWordsOfAPostBecomeAQuote() {
        page.locator("#said").selectText();
        page.locator(".quote-here").click();
        assertThat(page.locator("#body")).hasValue("> **Marama:**\n> Half a day is a day.\n\n");
        assertThat(complaints).isEmpty();
    }

    @Test
    void thanksAreGivenWithoutLeavingThePage() {
        var before = page.locator("#thanks button").textContent();
        page.locator("#body").fill("Not lost");
        page.locator("#thanks button").click();
        assertThat(page.locator("#thanks button")).not().hasText(before);
        assertThat(page.locator("#thanks button")).isFocused();
        assertThat(page.locator("#body")).hasValue("Not lost");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aFirstPageIsLightAndAsksNobodyElse() {
        page.waitForLoadState();
        assertThat(loaded).allMatch(url -> url.startsWith("http://localhost:" + port + "/"));
        assertThat(loaded).hasSizeLessThanOrEqualTo(10);
        assertThat(weight("")).isLessThan(100_000);
        assertThat(weight("[.]js$")).isLessThan(30_000);
    }

    /** Bytes over the wire of all that the page loaded and whose address matches. */
    private int weight(String address) {
        return (int) page.evaluate("""
                address => performance.getEntries().filter(e => e.encodedBodySize && e.name.match(address))
                    .reduce((sum, e) => sum + e.encodedBodySize, 0)""", address);
    }
}
