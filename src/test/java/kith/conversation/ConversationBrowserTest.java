package kith.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.Browser;
import kith.community.Communities;
import kith.house.TestHouse;
import kith.identity.Viewer;
import kith.page.MarkdownTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** People talk with each other through a real browser, with its scripts and under the real policy. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class ConversationBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Topics topics;

    @Autowired
    Posts posts;

    @Autowired
    Communities communities;

    @Autowired
    kith.community.Sections sections;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Arrivals arrivals;

    @Autowired
    ReportablePosts hosts;

    Cast cast;
    Viewer marama;
    Viewer tane;
    final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        marama = cast.member("Marama");
        tane = cast.member("Tane");
    }

    @Test
    void maramaOpensATopicAndTaneRepliesQuotesAndThanks() {
        try (var hers = at(marama, new NewContextOptions());
                var his = at(tane, new NewContextOptions())) {
            var page = open(hers, "/conversations/" + cast.slug + "/new?section=medicines");
            page.locator("#title").fill("Missed two doses");
            page.locator("#body").fill("We were away.");
            page.locator("#body").selectText();
            page.locator("md-bold").click();
            assertThat(page.locator("#body")).hasValue("**We were away.**");
            page.locator("[data-preview]").click();
            assertThat(page.locator(".preview strong")).hasText("We were away.");
            page.locator("main form button:not([formaction], [type], [hidden])").click();
            page.waitForURL("**/topics/**");
            var topic = page.url().replaceFirst(".*(/topics/[^#?]*).*", "$1");
            var answer = open(his, topic);
            answer.locator(".post .veil summary").click();
            answer.locator(".post .words strong").selectText();
            answer.locator(".quote-here").click();
            assertThat(answer.locator("#body")).hasValue("> **Marama:**\n> We were away.\n\n");
            answer.keyboard().type("Same in March.");
            answer.locator(".thanks button").first().click();
            assertThat(answer.locator(".thanks button").first()).hasAttribute("aria-pressed", "true");
            assertThat(answer.locator("#body")).hasValue("> **Marama:**\n> We were away.\n\nSame in March.");
            answer.locator("#reply .submit button").first().click();
            assertThat(answer.locator(".post:last-of-type .words")).containsText("Same in March.");
            assertThat(answer.locator(".post:last-of-type blockquote")).containsText("We were away.");
            page.reload();
            assertThat(page.locator(".thankers").first()).containsText("Tane");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void whatTaneTypesOutlivesAReloadALostSessionAndALostConnection() {
        var topic = topic("Missed two doses", "We were away.");
        try (var his = at(tane, new NewContextOptions())) {
            var page = open(his, "/topics/" + topic);
            var body = page.locator("#body");
            body.fill("One");
            assertThat(page.locator("#reply .saved")).containsText("Saved");
            page.reload();
            assertThat(body).hasValue("One");
            his.setOffline(true);
            body.fill("One, two");
            assertThat(page.locator("#reply .saved")).containsText("No connection");
            his.setOffline(false);
            assertThat(page.locator("#reply .saved")).containsText("Saved");
            sql.sql("delete from identity.session where account_id = :who")
                    .param("who", tane.member().value())
                    .update();
            body.fill("One, two, three");
            assertThat(page.locator("#reply .saved")).containsText("You are signed out");
            his.addCookies(List.of(cookie(tane)));
            assertThat(page.locator("#reply .saved")).containsText("Saved");
            page.reload();
            assertThat(body).hasValue("One, two, three");
        }
    }

    @Test
    void nothingThatSomebodyTypesRunsInAReadersBrowser() {
        var topic = topic("Vectors", "Here they come.");
        MarkdownTest.VECTORS.forEach(
                vector -> say(tane, topic, new RepliesController.ReplyForm(vector, "", "name", "", "", "").body()));
        MarkdownTest.VECTORS.stream()
                .filter(vector -> vector.length() > 3 && vector.length() <= 140)
                .limit(30)
                .forEach(vector -> topic(vector, vector));
        assertThat(MarkdownTest.VECTORS).hasSizeGreaterThanOrEqualTo(88);
        try (var hers = at(marama, new NewContextOptions())) {
            hers.addInitScript("window.alert = window.confirm = window.prompt = () => { window.__xss = 1 };");
            var page = open(hers, "/topics/" + topic);
            var read = 0;
            for (var next = true; next; read++) {
                assertThat(page.evaluate("String(window.__xss)")).isEqualTo("undefined");
                assertThat(page.locator(
                                ".words :is(script,style,img,iframe,svg,form,input,object,embed,base,meta,link)"))
                        .hasCount(0);
                next = page.locator("a[rel=next]").count() > 0;
                if (next) {
                    page.locator("a[rel=next]").click();
                }
            }
            assertThat(read).isGreaterThanOrEqualTo(5);
            page.navigate(url("/conversations/" + cast.slug));
            assertThat(page.evaluate("String(window.__xss)")).isEqualTo("undefined");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void aFirstViewWeighsLittle() throws java.io.IOException {
        var topic = topic("Counting", "We were away, and I left the packet at home.");
        // As long as posts are: 192 bytes on average in the 958 posts of the demo's cast.
        var words =
                "Same here in March, for the %d. time. I now keep one strip in the car and one in the bag, and since then there have been no more panics. It helped me most that my sister knows where the strip is.";
        var ana = cast.as("Ana", "MANAGER");
        for (var n = 1; n < 20; n++) {
            var post = say(n % 3 == 0 ? tane : marama, topic, words.formatted(n));
            sql.sql(
                            "insert into conversation.thanks (post_id, member_id, kind, given_at) values (:post, :who, 'WITH_YOU', now())")
                    .param("post", post.value())
                    .param("who", ana.member().value())
                    .update();
        }
        for (var path : List.of("/topics/" + topic, "/")) {
            try (var his = at(tane, new NewContextOptions())) {
                var weight = new Weight(his.newPage());
                var load = weight.of(url(path));
                System.out.println("first view of " + path.replaceAll("/[0-9a-f-]{36}", "/…") + ": " + load);
                if (System.getProperty("kith.pictures") != null) {
                    java.nio.file.Files.writeString(
                            Path.of(System.getProperty("kith.pictures"), "weighed.html"),
                            cast.at(port, tane).get(path).body());
                }
                assertThat(load.bytes()).isLessThanOrEqualTo(100_000);
                assertThat(load.scripts()).isLessThanOrEqualTo(30_000);
                assertThat(load.requests()).isLessThanOrEqualTo(10);
            }
        }
    }

    @Test
    void everyConversationPageIsFreeOfBarriersByDayAndByNight() {
        var topic = everythingAtOnce();
        var post = posts.in(topics.find(marama, topic), new Window.Newest())
                .posts()
                .getLast();
        var own = say(marama, topic, "Mine.");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var hers = at(marama, new NewContextOptions().setColorScheme(scheme))) {
                for (var path : List.of(
                        "/topics/" + topic,
                        "/topics/" + topic + "?newest=true",
                        "/conversations/" + cast.slug,
                        "/conversations/" + cast.slug + "/medicines",
                        "/conversations/" + cast.slug + "/mornings",
                        "/conversations/" + cast.slug + "/new",
                        "/posts/" + own + "/edit",
                        "/posts/" + own + "/history",
                        "/posts/" + post.id() + "/thanks",
                        "/drafts")) {
                    var page = open(hers, path);
                    var found =
                            new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
                    assertThat(found).as(path + " " + scheme).isEmpty();
                    page.close();
                }
            }
        }
    }

    @Test
    void taneRepliesWithoutAMouse() {
        var topic = topic("Missed two doses", "We were away.");
        try (var his = at(tane, new NewContextOptions())) {
            var page = open(his, "/topics/" + topic);
            tab(page, "document.activeElement.id === 'body'");
            page.keyboard().type("No mouse needed.");
            tab(page, "document.activeElement.matches('#reply .submit button:not([formaction])')");
            page.keyboard().press("Enter");
            assertThat(page.locator(".post:last-of-type .words")).containsText("No mouse needed.");
        }
    }

    private static void tab(Page page, String until) {
        for (var n = 0; n < 60 && !Boolean.TRUE.equals(page.evaluate(until)); n++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.evaluate(until)).as(until).isEqualTo(true);
    }

    /** Nothing is wider than a small phone; with {@code -Dkith.pictures=DIR} it keeps pictures of what it saw. */
    @Test
    void everythingFitsASmallPhone() {
        var topic = everythingAtOnce();
        for (var width : List.of(320, 1300)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (var hers = at(
                        marama,
                        new NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme))) {
                    for (var path : Map.of(
                                    "topic", "/topics/" + topic,
                                    "newest", "/topics/" + topic + "?newest=true",
                                    "talk", "/conversations/" + cast.slug,
                                    "quiet", "/conversations/" + cast.slug + "/mornings",
                                    "new", "/conversations/" + cast.slug + "/new")
                            .entrySet()) {
                        var page = open(hers, path.getValue());
                        picture(page, path.getKey() + "-" + width + "-" + scheme);
                        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                                .as(path.getKey() + " at " + width)
                                .isLessThanOrEqualTo(width);
                        page.close();
                    }
                }
            }
        }
    }

    private static void picture(Page page, String name) {
        var folder = System.getProperty("kith.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
        }
    }

    /** A topic with every kind of voice and fate in it, pinned and closed in the end, and more than two pages long. */
    private TopicId everythingAtOnce() {
        var ruth = cast.as("Ruth Adeyemi", "PRACTITIONER");
        var ana = cast.as("Ana", "MANAGER");
        var former = cast.member("Jo");
        var topic = topic(
                "Missed two doses over the weekend. Start again or double up?",
                "We were **away** and I left the packet at home.\n\n- fine so far\n- a bit scared");
        var first = posts.in(topics.find(tane, topic), new Window.FromStart())
                .posts()
                .getFirst();
        for (var kind :
                Map.of(tane, "with_you", ruth, "with_you", ana, "been_there").entrySet()) {
            var visitor = cast.at(port, kind.getKey());
            visitor.get("/drafts");
            visitor.post(first.path() + "/thanks", Map.of("kind", kind.getValue()));
        }
        say(
                ruth,
                topic,
                "Please **don’t double up**. Take the next dose at its usual time.\n\n> Two missed doses do not undo a month.\n\n1. Next dose as usual\n2. Call your clinic if you feel unwell");
        say(
                tane,
                topic,
                "Donaudampfschifffahrtsgesellschaftskapitän".repeat(6) + " https://example.org/"
                        + "a-long-path/".repeat(12));
        say(ana, topic, "Thank you both. I moved this to Medicines.");
        say(former, topic, "I left after this.");
        sql.sql("update community.membership set left_at = now() where account_id = :who")
                .param("who", former.member().value())
                .update();
        withdrawals.add(posts.find(tane, say(tane, topic, "Taken back.")));
        withdrawals.add(posts.find(marama, say(marama, topic, "Mine, taken back.")));
        hosts.hide(say(tane, topic, "Hidden.").value(), "It named a clinic.");
        hosts.hide(say(marama, topic, "Mine, hidden.").value(), "It named a clinic.");
        sql.sql(
                        "update conversation.post set author_id = null, source_text = 'MedQuAD, National Institutes of Health', source_url = 'https://example.org/source', source_licence = 'CC BY 4.0' where id = :id")
                .param("id", say(tane, topic, "An answer from elsewhere.").value())
                .update();
        sql.sql("update conversation.post set author_id = null where id = :id")
                .param("id", say(tane, topic, "From somebody who is gone.").value())
                .update();
        for (var n = 0; n < 32; n++) {
            say(n % 2 == 0 ? tane : marama, topic, "Same in March, for the %d. time.".formatted(n));
        }
        var closed = topic("Closed and kept", "Read this first.");
        topics.close(topics.find(marama, closed), false);
        topics.pin(topics.find(marama, closed), true);
        return topic;
    }

    private TopicId topic(String title, String body) {
        var place = communities.find(marama, cast.slug);
        var form = new TopicsController.TopicForm(cast.slug, "medicines", title, "", "", body, "", "", "");
        return switch (Opening.of(place, sections.of(place), Speaking.NAMED, form, Rules.TOPIC)) {
            case Outcome.Published<Opening> published -> {
                topics.open(published.work());
                yield published.work().id();
            }
            case Outcome.Refused<Opening> refused -> throw new AssertionError(refused.why());
        };
    }

    private PostId say(Viewer who, TopicId topic, String body) {
        return switch (topics.find(who, topic).reply(body, Note.NONE, Speaking.NAMED, Rules.REPLY)) {
            case Outcome.Published<Reply> published -> posts.add(published.work());
            case Outcome.Refused<Reply> refused -> throw new AssertionError(refused.why());
        };
    }

    private BrowserContext at(Viewer who, NewContextOptions options) {
        var context = Browser.person(options);
        context.addCookies(List.of(cookie(who)));
        return context;
    }

    private Cookie cookie(Viewer who) {
        return new Cookie("__Host-kith", cast.session(who))
                .setUrl("https://localhost:" + port)
                .setSecure(true)
                .setHttpOnly(true);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private Page open(BrowserContext person, String path) {
        var page = person.newPage();
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate(url(path));
        return page;
    }
}
