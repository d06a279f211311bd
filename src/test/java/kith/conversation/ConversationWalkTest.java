package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import kith.Visitor;
import kith.house.TestHouse;
import kith.identity.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** People talk with each other through a browser without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class ConversationWalkTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    Cast cast;
    Viewer maramaHerself;
    Visitor marama;
    Visitor tane;
    Visitor jo;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        maramaHerself = cast.member("Marama");
        marama = cast.at(port, maramaHerself);
        tane = cast.at(port, cast.member("Tane"));
        jo = cast.at(port, cast.guest("Jo"));
    }

    @Test
    void anEmptyPlaceSaysWhatToDo() {
        assertThat(marama.get("/conversations/" + cast.slug).text()).contains("Nobody has spoken here yet");
    }

    @Test
    void maramaAsksTaneAnswersAndSheThanksHim() {
        var topic = open("Missed two doses", "We were **away**.");
        var page = tane.get(topic);
        assertThat(page.text())
                .contains("Missed two doses", "We were away.", "Nobody has answered yet", "You write as Tane");
        var answered = tane.submit(page, topic + "/replies", Map.of("body", "Same in March."));
        assertThat(answered.status()).isEqualTo(303);
        var post = answered.location();
        var seen = marama.visit(post);
        assertThat(seen.text()).contains("Same in March.", "1 reply");
        var thanked = marama.submit(seen, post + "/thanks", Map.of("kind", "helped_me"));
        assertThat(marama.visit(thanked.location()).text()).contains("Helped me · 1", "Marama");
        assertThat(tane.get(post + "/thanks").text()).contains("Helped me", "Marama");
        assertThat(tane.get(topic).page().select("form[action=" + post + "/thanks]"))
                .as("no thanks for oneself")
                .isEmpty();
        assertThat(tane.get("/conversations/" + cast.slug).text())
                .contains("Missed two doses", "We were away.", "1 reply");
    }

    @Test
    void aRefusedReplyKeepsWhatWasTyped() {
        var topic = open("Missed two doses", "We were away.");
        var page = tane.get(topic);
        var long_ = "so long ".repeat(2_501);
        var refused = tane.submit(page, topic + "/replies", Map.of("body", long_));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("textarea[name=body]").wholeText().strip())
                .isEqualTo(long_.strip());
        assertThat(refused.text()).contains("longer than 20,000 characters");
        marama.submit(marama.get(topic), topic + "/closure", Map.of());
        assertThat(tane.submit(page, topic + "/replies", Map.of("body", "too late"))
                        .text())
                .contains("closed while you were writing", "too late");
    }

    @Test
    void whoIsNotAMemberFindsNothingAnywhere() {
        var topic = open("canary-title", "canary-body");
        var post = tane.submit(tane.get(topic), topic + "/replies", Map.of("body", "canary-reply"))
                .location();
        for (var path : new String[] {
            topic,
            post,
            post + "/history",
            post + "/thanks",
            post + "/edit",
            "/conversations/" + cast.slug,
            "/conversations/" + cast.slug + "/medicines",
            "/conversations/" + cast.slug + "/new"
        }) {
            var answer = jo.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("canary");
        }
        for (var path : new String[] {
            topic + "/replies", topic + "/closure", topic + "/pin", post, post + "/thanks", post + "/withdrawal"
        }) {
            assertThat(jo.post(path, Map.of("body", "x", "kind", "with_you", "version", "1"))
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(marama.post(post, Map.of("body", "x", "version", "1")).status())
                .as("another's post")
                .isEqualTo(404);
        assertThat(marama.post(topic + "/pin", Map.of()).status())
                .as("only managers pin")
                .isEqualTo(404);
    }

    @Test
    void aDraftIsKeptFillsTheComposerAndGoesWhenPublished() {
        var topic = open("Missed two doses", "We were away.");
        var kept = tane.submit(tane.get(topic), topic + "/replies", Map.of());
        assertThat(kept.status()).isEqualTo(422);
        var key = tane.get(topic).page().selectFirst("#reply input[name=key]").val();
        assertThat(tane.post("/drafts", Map.of("key", key, "body", "Half a sen"))
                        .location())
                .isEqualTo(topic + "#reply");
        assertThat(tane.get(topic).page().selectFirst("textarea[name=body]").wholeText())
                .contains("Half a sen");
        assertThat(tane.get("/drafts").text()).contains("Half a sen");
        assertThat(marama.get("/drafts").text()).doesNotContain("Half a sen");
        tane.submit(tane.get(topic), topic + "/replies", Map.of("body", "Half a sentence."));
        assertThat(tane.get("/drafts").text()).contains("No drafts");
    }

    @Test
    void aQuoteNeedsNoScript() {
        var topic = open("Missed two doses", "We were away.");
        var link = tane.get(topic)
                .page()
                .selectFirst("a[href*=quote]")
                .attr("href")
                .replaceFirst("#.*", "");
        assertThat(tane.get(link).page().selectFirst("textarea[name=body]").wholeText())
                .contains("> **Marama:** We were away.");
    }

    @Test
    void anEditShowsItsHistoryAndAStaleOneLosesNothing() {
        var topic = open("Missed two doses", "We were away.");
        var post = tane.submit(tane.get(topic), topic + "/replies", Map.of("body", "first words"))
                .location();
        var one = tane.get(post + "/edit");
        var other = tane.get(post + "/edit");
        assertThat(tane.submit(one, post, Map.of("body", "second words")).status())
                .isEqualTo(303);
        assertThat(marama.visit(post).text()).contains("second words", "edited just now");
        assertThat(marama.get(post + "/history").text()).contains("second words", "first words");
        var stale = tane.submit(other, post, Map.of("body", "third words"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("second words", "third words");
        assertThat(tane.submit(stale, post, Map.of()).status()).isEqualTo(303);
        assertThat(marama.visit(post).text()).contains("third words");
    }

    @Test
    void aPostCanBeTakenBackAndBroughtBack() {
        var topic = open("Missed two doses", "We were away.");
        var post = tane.submit(tane.get(topic), topic + "/replies", Map.of("body", "canary-words"))
                .location();
        tane.submit(tane.get(topic), post + "/withdrawal", Map.of());
        assertThat(marama.get(topic).text()).contains("Withdrawn by its writer").doesNotContain("canary-words");
        tane.submit(tane.get(topic), post + "/withdrawal/removal", Map.of());
        assertThat(marama.get(topic).text()).contains("canary-words");
    }

    @Test
    void aPreviewIsWhatWillBeShown() {
        var preview = tane.post("/previews", Map.of("text", "**bold** <script>alert(1)</script>"));
        assertThat(preview.body()).contains("<strong>bold</strong>").doesNotContain("<script");
    }

    @Test
    void aGuestReadsAnOpenCommunityAndIsInvitedToJoin() {
        cast = new Cast(sql, "OPEN_TO_READ");
        marama = cast.at(port, cast.member("Marama"));
        var topic = open("Missed two doses", "We were away.");
        var page = new Visitor(port).get(topic);
        assertThat(page.text()).contains("We were away.", "You are reading as a guest");
        assertThat(page.page().select("main form")).isEmpty();
    }

    @Test
    void aPageAsksLittleOfTheDatabaseWhateverItShows() {
        var topic = open("Missed two doses", "We were away.");
        for (var n = 0; n < 25; n++) {
            var someone = cast.at(port, cast.member("Member " + n));
            var post = someone.submit(someone.get(topic), topic + "/replies", Map.of("body", "Reply " + n))
                    .location();
            marama.post(post + "/thanks", Map.of("kind", "with_you"));
        }
        assertThat(statements(() -> assertThat(tane.get(topic).text()).contains("Reply 18")))
                .isLessThanOrEqualTo(8);
        assertThat(statements(() -> tane.get("/conversations/" + cast.slug))).isLessThanOrEqualTo(8);
    }

    /** The statements that one request sends, the one for its session included. */
    private static int statements(Runnable request) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        logger.addAppender(heard);
        var before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        try {
            request.run();
            return (int) heard.list.stream()
                    .filter(e -> e.getMessage().startsWith("Executing prepared SQL statement"))
                    .count();
        } finally {
            logger.setLevel(before);
            logger.detachAppender(heard);
        }
    }

    private String open(String title, String body) {
        var form = marama.get("/conversations/" + cast.slug + "/new");
        var opened = marama.submit(form, "/topics", Map.of("section", "medicines", "title", title, "body", body));
        assertThat(opened.status()).as(opened.text()).isEqualTo(303);
        return opened.location();
    }
}
