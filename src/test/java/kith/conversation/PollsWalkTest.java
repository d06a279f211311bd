package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kith.Visitor;
import kith.house.TestHouse;
import kith.identity.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Marama asks with answers to choose from, and hosts tidy up, all in browsers without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class PollsWalkTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Polls polls;

    @Autowired
    ConversationData data;

    Cast cast;
    Viewer taneHimself;
    Visitor marama;
    Visitor tane;
    Visitor ana;
    Visitor jo;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        taneHimself = cast.member("Tane");
        marama = cast.at(port, cast.member("Marama"));
        tane = cast.at(port, taneHimself);
        ana = cast.at(port, cast.as("Ana", "MODERATOR"));
        jo = cast.at(port, cast.guest("Jo"));
    }

    @Test
    void aPollIsAskedAnsweredChangedAndItsNumbersWaitUntilItClosesAndEnoughAnswered() {
        var topic = ask("at_close");
        var poll = poll(topic);
        var page = tane.get(topic);
        assertThat(page.text()).contains("Which gloves?", "Wool", "Cotton", "Nobody sees who answered what");
        assertThat(page.page().select(".results")).isEmpty();
        assertThat(tane.visit(vote(tane, poll, "0").location()).text()).contains("Change my answer");
        vote(tane, poll, "1");
        for (var n = 0; n < 4; n++) {
            vote(cast.at(port, cast.member("Peer " + n)), poll, "0");
        }
        assertThat(tane.get(topic).page().select(".results")).as("still open").isEmpty();
        assertThat(tane.get(topic + "/print").page().select(".poll li").eachText())
                .as("on paper, too")
                .containsExactly("Wool", "Cotton (your answer)");
        assertThat(jo.post(poll + "/vote", Map.of("choice", "0")).status()).isEqualTo(404);
        var paused = cast.member("Pia");
        cast.change(paused, "standing = 'PAUSED'");
        vote(cast.at(port, paused), poll, "0");

        close(poll);
        var closed = marama.get(topic);
        assertThat(closed.page().select(".results li").eachText())
                .containsExactly("Wool 4 answers · 80 %", "Cotton 1 answer · 20 %");
        assertThat(closed.page().select("form[action$=/vote]")).isEmpty();
        assertThat(marama.get(topic + "/print").page().select(".poll li").eachText())
                .containsExactly("Wool 4 answers · 80 %", "Cotton 1 answer · 20 %");
        vote(tane, poll, "0");
        assertThat(marama.get(topic).page().select(".results li").eachText())
                .as("too late")
                .contains("Wool 4 answers · 80 %");

        assertThat(data.export(taneHimself.member()).toString()).contains("Which gloves?", "Cotton");
        data.erase(taneHimself.member());
        assertThat(marama.get(topic).text())
                .as("fewer than five are left")
                .contains("the numbers stay hidden")
                .doesNotContain("80 %");
    }

    @Test
    void whoAnsweredSeesTheNumbersWhereItsWriterSaidSo() {
        var topic = ask("after_vote");
        var poll = poll(topic);
        for (var n = 0; n < 5; n++) {
            vote(cast.at(port, cast.member("Peer " + n)), poll, "1");
        }
        assertThat(tane.get(topic).page().select(".results")).isEmpty();
        vote(tane, poll, "1");
        assertThat(tane.get(topic).text()).contains("6 answers · 100 %", "(your answer)");
        tane.post(poll + "/vote/removal", Map.of());
        assertThat(tane.get(topic).page().select(".results")).isEmpty();
    }

    @Test
    void oneMemberAnswersOnceHoweverOftenTheyPressAtTheSameMoment() {
        var topic = ask("at_close");
        var poll = polls.find(taneHimself, UUID.fromString(poll(topic).substring(7)));
        IntStream.range(0, 12).parallel().forEach(n -> polls.vote(poll, taneHimself, Set.of(n % 2)));
        assertThat(sql.sql(
                                "select voters || '/' || (select sum(votes) from conversation.poll_choice where poll_id = p.id) from conversation.poll p where id = :id")
                        .param("id", poll.id())
                        .query(String.class)
                        .single())
                .isEqualTo("1/1");
    }

    @Test
    void aRefusedPollKeepsAllThatWasTypedAndSoDoesADraft() {
        var typed = new HashMap<>(form("at_close"));
        typed.put("answers", "Wool");
        typed.put("closes", "yesterday");
        var refused = marama.post("/topics", typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("two to 10 answers", "Please say until when");
        assertThat(refused.page().selectFirst("#answers").wholeText().strip()).isEqualTo("Wool");
        typed.put("key", "topic:" + cast.slug);
        marama.post("/drafts", typed);
        assertThat(marama.get("/conversations/" + cast.slug + "/new")
                        .page()
                        .selectFirst("#poll")
                        .val())
                .isEqualTo("Which gloves?");
    }

    @Test
    void anaTidiesUpWithoutScripts() {
        var one = open("My hands", "In the mornings.");
        var two = open("Hands", "Mine too.");
        var reply = tane.submit(tane.get(two), two + "/replies", Map.of("body", "By the way: gloves?"))
                .location();
        assertThat(tane.get(two + "/moves").status()).as("only who hosts").isEqualTo(404);
        var tidy = ana.get(two + "/moves");
        var apart = ana.postRaw(
                two + "/moves", Map.of("_csrf", ana.csrf(), "kind", "split", "title", "x", "post", reply.substring(7)));
        assertThat(apart.status()).isEqualTo(422);
        assertThat(apart.page().selectFirst("input[name=post]").hasAttr("checked"))
                .isTrue();
        var gloves = ana.post(two + "/moves", Map.of("kind", "split", "title", "Gloves", "post", reply.substring(7)));
        assertThat(marama.visit(gloves.location()).text())
                .contains("Gloves", "By the way: gloves?", "Ana gave these posts a conversation of their own", "Hands");
        assertThat(marama.visit(reply).path()).startsWith(gloves.location());
        assertThat(tidy.status()).isEqualTo(200);

        var page = tane.get(two);
        assertThat(ana.post(two + "/moves", Map.of("kind", "merge", "other", "http://localhost" + one))
                        .location())
                .isEqualTo(one);
        assertThat(marama.get(two).location()).as("its address leads on").isEqualTo(one);
        assertThat(marama.visit(two).text()).contains("Mine too.", "Ana brought two conversations together here");
        assertThat(jo.get(two).status()).isEqualTo(404);
        var late = tane.submit(page, two + "/replies", Map.of("body", "Written while it moved."));
        assertThat(late.status()).isEqualTo(303);
        assertThat(marama.visit(one).text()).contains("Written while it moved.");
        var undo = ana.get(one + "/moves")
                .page()
                .selectFirst("form[action$=/removal]")
                .attr("action");
        assertThat(marama.post(undo, Map.of()).status()).isEqualTo(404);
        assertThat(ana.post(undo, Map.of()).location()).isEqualTo(two);
        assertThat(marama.get(two).text()).contains("Mine too.");
        ana.post(two + "/moves", Map.of("kind", "section", "section", "mornings"));
        assertThat(marama.get(two).text()).contains("Ana moved this here from “Medicines”");
        assertThat(sql.sql("select count(*) from audit.entry where verb like 'topic.mov%' and subject = :topic")
                        .param("topic", "topic " + two.substring(8))
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
    }

    private String open(String title, String body) {
        return marama.post(
                        "/topics", Map.of("community", cast.slug, "section", "medicines", "title", title, "body", body))
                .location();
    }

    private Map<String, String> form(String shown) {
        return Map.of(
                "community", cast.slug,
                "section", "medicines",
                "title", "Gloves",
                "body", "In the mornings.",
                "poll", "Which gloves?",
                "answers", "Wool\nCotton\n\n",
                "shown", shown,
                "closes",
                        LocalDateTime.now(ZoneOffset.UTC)
                                .plusDays(2)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString());
    }

    private String ask(String shown) {
        return marama.post("/topics", form(shown)).location();
    }

    private String poll(String topic) {
        return marama.get(topic)
                .page()
                .selectFirst("form[action$=/vote]")
                .attr("action")
                .replace("/vote", "");
    }

    private static Visitor.Answer vote(Visitor who, String poll, String choice) {
        return who.post(poll + "/vote", Map.of("choice", choice));
    }

    private void close(String poll) {
        sql.sql("update conversation.poll set closes_at = now() - interval '1 minute' where id = :id::uuid")
                .param("id", poll.substring(7))
                .update();
    }
}
