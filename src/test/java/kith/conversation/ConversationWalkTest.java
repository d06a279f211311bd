package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import java.util.UUID;
import kith.Visitor;
import kith.house.TestHouse;
import kith.identity.Limit;
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

    @Autowired
    ReportablePosts hosts;

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
        assertThat(marama.get("/conversations/" + cast.slug).text())
                .contains("Nobody has spoken here yet", "Tell us how it is", "Hello Marama");
    }

    @Test
    void maramaAsksTaneAnswersAndSheThanksHim() {
        var topic = open("Missed two doses", "We were **away**.");
        var page = tane.get(topic);
        assertThat(page.text())
                .contains(
                        "Missed two doses",
                        "We were away.",
                        "Nobody has answered yet",
                        "As whom do you speak?",
                        "Tane");
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
        tane.get("/drafts");
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
        sql.sql("update house.house set name = 'Harbour House'").update();
        var topic = open("Missed two doses", "We were away.");
        for (var n = 0; n < 25; n++) {
            var someone = cast.at(port, cast.member("Member " + n));
            var post = someone.submit(someone.get(topic), topic + "/replies", Map.of("body", "Reply " + n))
                    .location();
            marama.post(post + "/thanks", Map.of("kind", "with_you"));
        }
        assertThat(statements(() -> assertThat(tane.get(topic).text()).contains("Reply 18")))
                .as(
                        "session, topic in its place, what its reader comes with, posts, what helped, thanks, what is read now, what is new elsewhere, the bell")
                .isEqualTo(9);
        assertThat(statements(() -> tane.get("/conversations/" + cast.slug)))
                .as(
                        "session, place, sections, languages, pinned, recent, the community's words, what is new in each, what is new of what is followed, the rota, notices")
                .isEqualTo(11);
    }

    @Test
    void whoOpensATopicHasSeenWhatTheyWereToldOfItButNoPageHasByItself() {
        var topic = open("Missed two doses", "We were away.");
        tane.submit(tane.get(topic), topic + "/replies", Map.of("body", "Same in March."));
        assertThat(bell(marama.get("/"))).isEqualTo("1");
        marama.says("Kith-By-Itself", "yes").get(topic);
        assertThat(bell(marama.says("Kith-By-Itself", "yes").get("/"))).isEqualTo("1");
        marama.withoutSaying("Kith-By-Itself");
        assertThat(bell(marama.get(topic))).isEmpty();
        assertThat(bell(marama.get("/"))).isEmpty();
    }

    private static String bell(Visitor.Answer answer) {
        return answer.page().select(".top .bell .chip [aria-hidden]").text();
    }

    @Test
    void aSecondWindowDoesNotSpoilTheFirst() {
        var topic = open("Missed two doses", "We were away.");
        var first = tane.get(topic);
        var second = tane.get("/conversations/" + cast.slug + "/new");
        assertThat(tane.submit(second, "/topics", Map.of("title", "", "body", ""))
                        .status())
                .isEqualTo(422);
        assertThat(tane.submit(first, topic + "/replies", Map.of("body", "From the first window."))
                        .status())
                .isEqualTo(303);
        assertThat(marama.get(topic).text()).contains("From the first window.");
    }

    @Test
    void aReportedPostIsTakenOutOfSightAndShownAgain() {
        var ana = cast.at(port, cast.as("Ana", "MANAGER"));
        var topic = open("Missed two doses", "We were away.");
        var post = marama.submit(marama.get(topic), topic + "/replies", Map.of("body", "canary-advice"))
                .location();
        var link = tane.get(topic)
                .page()
                .selectFirst("#post-" + post.substring(7) + " a[href^=/reports]")
                .attr("href");
        var reported =
                tane.submit(tane.get(link), "/reports", Map.of("reason", "DANGEROUS_ADVICE", "words", "Careful"));
        assertThat(reported.status()).as(reported.text()).isEqualTo(303);
        var file = ana.get("/cases/" + cast.slug)
                .page()
                .selectFirst("main a[href^=/cases/" + cast.slug + "/]")
                .attr("href");
        var asked = ana.get(file);
        assertThat(asked.text()).contains("canary-advice");
        decide(ana, file, Map.of("kind", "HIDE", "toWriter", "This could harm somebody.", "toReporter", "Thank you."));
        assertThat(tane.get(topic).text())
                .contains("Taken out of sight by a host", "no reply yet")
                .doesNotContain("canary-advice");
        assertThat(tane.get(post + "/history").text()).doesNotContain("canary");
        assertThat(tane.post(post + "/thanks", Map.of("kind", "with_you")).status())
                .isEqualTo(303);
        var own = marama.get(topic);
        assertThat(own.text()).contains("Only you still see these words", "canary-advice");
        assertThat(own.page().select("a[href=/standing/" + cast.slug + "]")).isNotEmpty();
        assertThat(marama.get("/standing/" + cast.slug).text()).contains("This could harm somebody.");
        assertThat(marama.get(post + "/edit").status()).isEqualTo(404);
        decide(ana, file, Map.of("kind", "UNDO", "toWriter", "We were wrong.", "toReporter", ""));
        assertThat(tane.get(topic).text()).contains("canary-advice", "1 reply").doesNotContain("out of sight");
    }

    @Test
    void aHiddenOpeningLosesItsTitleAndAnUnansweredOneItsPlaceInTheList() {
        var topic = open("canary-title", "canary-body");
        var opening = UUID.fromString(
                tane.get(topic).page().selectFirst("article").id().substring(5));
        hosts.hide(opening, "why");
        hosts.hide(opening, "twice is once");
        assertThat(tane.get(topic).status()).isEqualTo(200);
        assertThat(tane.get(topic).body()
                        + tane.get("/conversations/" + cast.slug).body())
                .doesNotContain("canary");
        assertThat(tane.get("/conversations/" + cast.slug).text()).doesNotContain("without a title");
        assertThat(marama.get("/conversations/" + cast.slug).text()).contains("canary-title");
        hosts.show(opening);
        assertThat(tane.get("/conversations/" + cast.slug).text()).contains("canary-title", "canary-body");
    }

    @Test
    void whatItsWriterTookBackMeanwhileStaysTakenBackWhenAHostShowsItAgain() {
        var topic = open("Missed two doses", "We were away.");
        var post = tane.submit(tane.get(topic), topic + "/replies", Map.of("body", "canary-words"))
                .location();
        tane.submit(tane.get(topic), post + "/withdrawal", Map.of());
        hosts.hide(UUID.fromString(post.substring(7)), "why");
        tane.submit(tane.get(topic), post + "/withdrawal/removal", Map.of());
        assertThat(marama.get(topic).text())
                .contains("Taken out of sight", "no reply yet")
                .doesNotContain("canary");
        hosts.show(UUID.fromString(post.substring(7)));
        assertThat(marama.get(topic).text()).contains("canary-words", "1 reply");
    }

    private void decide(Visitor host, String file, Map<String, String> choice) {
        var decided = host.submit(host.get(file), file + "/decisions", choice);
        assertThat(decided.status()).as(decided.words()).isEqualTo(303);
    }

    @Test
    void aFirstPostIsMadeEasyAndASecondNeedsNoHint() {
        assertThat(marama.get("/conversations/" + cast.slug + "/new").text()).contains("no right way to begin");
        var topic = open("Missed two doses", "We were away.");
        assertThat(marama.get(topic).text()).doesNotContain("no right way to begin");
        assertThat(tane.get(topic).text()).contains("no right way to begin");
        assertThat(tane.get(topic)
                        .page()
                        .select("a.name[href=/members/" + cast.slug + "/" + maramaHerself.member() + "]"))
                .isNotEmpty();
    }

    @Test
    void editsAreLimitedLikePosts() {
        var topic = open("Missed two doses", "We were away.");
        var post =
                "/posts/" + marama.get(topic).page().selectFirst("article").id().substring(5);
        for (var n = 1; n < Limit.POST.capacity(); n++) {
            marama.submit(marama.get(post + "/edit"), post, Map.of("body", "again " + n));
        }
        assertThat(marama.submit(marama.get(post + "/edit"), post, Map.of("body", "too much"))
                        .status())
                .isEqualTo(429);
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
                    .filter(e -> e.getThreadName().startsWith("tomcat-handler"))
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
