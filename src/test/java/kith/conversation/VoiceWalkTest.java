package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

/** People speak without their name, say what weighs in their words, and what would help, all in a browser without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class VoiceWalkTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    ConversationData data;

    Cast cast;
    Viewer maramaHerself;
    Visitor marama;
    Visitor tane;
    Visitor ana;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        maramaHerself = cast.member("Marama");
        marama = cast.at(port, maramaHerself);
        tane = cast.at(port, cast.member("Tane"));
        ana = cast.at(port, cast.as("Ana", "MANAGER"));
    }

    @Test
    void inOneConversationAnAnonymousVoiceStaysTheSameAndInAnotherItIsAnother() {
        var topic = open("Something private", "I never said this.", Map.of("as", "anonymous"));
        reply(marama, topic, "And one more thing.", Map.of("as", "anonymous"));
        var other = open("Something else", "Nor this.", Map.of("as", "anonymous"));
        var first = names(tane, topic);
        assertThat(first).hasSize(2).doesNotContain("Marama");
        assertThat(first.getFirst()).startsWith("Somebody · ").isEqualTo(first.getLast());
        assertThat(names(tane, other)).hasSize(1);
        assertThat(tane.get(topic).text()).contains("anonymous").doesNotContain("Marama", "only you see that");
        assertThat(tane.get(topic).body()).doesNotContain(maramaHerself.member().toString());
        assertThat(marama.get(topic).text()).contains("you, and only you see that");
        assertThat(marama.get(topic)
                        .page()
                        .selectFirst("input[name=as][value=anonymous]")
                        .hasAttr("checked"))
                .as("the composer goes on as whom one spoke last")
                .isTrue();
        assertThat(marama.get(other + "?x")
                        .page()
                        .selectFirst("input[name=as][value=name]")
                        .hasAttr("checked"))
                .isFalse();
    }

    @Test
    void aNameAfterAVeilIsAskedAboutOnceAndNothingTypedIsLost() {
        var topic = open("Something private", "I never said this.", Map.of("as", "anonymous"));
        var page = marama.get(topic);
        var asked = marama.submit(page, topic + "/replies", Map.of("body", "Now by name.", "as", "name"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("readers may put the two together", "Post it as it is");
        assertThat(asked.page().selectFirst("textarea[name=body]").wholeText()).contains("Now by name.");
        var sure = asked.page().selectFirst("button[name=sure]").attr("value");
        var posted = marama.submit(asked, topic + "/replies", Map.of("sure", sure));
        assertThat(posted.status()).isEqualTo(303);
        assertThat(names(tane, topic)).contains("Marama");
    }

    @Test
    void whatGivesSomebodyAwayIsPointedOutBeforeItIsPostedInRepliesTopicsAndEdits() {
        var topic = open("Missed two doses", "We were away.", Map.of());
        var asked =
                tane.submit(tane.get(topic), topic + "/replies", Map.of("body", "Call me: +64 21 123 4567 any time"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.page().select("mark").eachText()).containsExactly("+64 21 123 4567");
        assertThat(asked.text()).contains("a phone number", "Nothing is posted yet");
        assertThat(marama.get(topic).text()).contains("no reply yet");
        var changed = tane.submit(asked, topic + "/replies", Map.of("body", "Call me: a.b@example.org"));
        assertThat(changed.page().select("mark").eachText())
                .as("only what is there now")
                .containsExactly("a.b@example.org");
        var post = tane.submit(
                        changed,
                        topic + "/replies",
                        Map.of(
                                "sure",
                                changed.page().selectFirst("button[name=sure]").attr("value")))
                .location();
        var edit = tane.get(post + "/edit");
        assertThat(tane.submit(edit, post, Map.of("body", "Mail me: a.b@example.org"))
                        .status())
                .as("what is out already is not asked about")
                .isEqualTo(303);
        var again = tane.submit(tane.get(post + "/edit"), post, Map.of("body", "I live at 12 Orchard Road"));
        assertThat(again.text()).contains("This looks like an address");
    }

    @Test
    void readersChooseWhatIsFolded() {
        var topic = open("A scan", "There were needles.", Map.of("note", "Medicines and side effects, needles"));
        reply(tane, topic, "Weighed in today.", Map.of("note", "Food and weight"));
        assertThat(ana.get(topic).page().select("details.veil summary").eachText())
                .containsExactly(
                        "Content note: Medicines and side effects, needles. Show it",
                        "Content note: Food and weight. Show it");
        assertThat(ana.get("/conversations/" + cast.slug).text())
                .contains("Content note: Medicines and side effects, needles")
                .doesNotContain("There were needles.");
        var choice = ana.get("/folding/" + cast.slug);
        ana.submit(choice, "/folding/" + cast.slug, Map.of("which", "some", "words", "food and weight"));
        assertThat(ana.get(topic).page().select("details.veil")).hasSize(1);
        assertThat(ana.get(topic).page().select("details.veil").text()).contains("Food and weight");
        assertThat(ana.get("/conversations/" + cast.slug).text()).contains("There were needles.");
        assertThat(tane.get(topic).page().select("details.veil"))
                .as("one's own words one knows")
                .hasSize(1);
    }

    @Test
    void aReaderAsksForANoteWithoutANameAndAHostMayPutOneThatTheHistoryKeeps() {
        var topic = open("Missed two doses", "We were away.", Map.of());
        var post = reply(tane, topic, "I lost eight kilos.", Map.of());
        var page = marama.get(topic);
        assertThat(marama.submit(page, post + "/note-wishes", Map.of()).status())
                .isEqualTo(303);
        assertThat(tane.get(topic).text()).contains("would like a content note").doesNotContain("note Marama");
        assertThat(ana.get(topic).text()).doesNotContain("would like a content note");
        tane.submit(tane.get(topic), post + "/note-wishes/removal", Map.of());
        marama.submit(page, post + "/note-wishes", Map.of());
        assertThat(tane.get(topic).text()).as("once is enough").doesNotContain("would like a content note");
        ana.submit(ana.get(post + "/note"), post + "/note", Map.of("note", "Food and weight"));
        assertThat(marama.get(topic).text()).contains("Content note: Food and weight");
        assertThat(tane.get(topic).text()).contains("A host put the content note here");
        assertThat(marama.get(post + "/history").text()).contains("A host put this note: Food and weight");
        assertThat(marama.get(post + "/note").status())
                .as("neither hers nor a host")
                .isEqualTo(404);
        assertThat(marama.post(post + "/note", Map.of("note", "x")).status()).isEqualTo(404);
    }

    @Test
    void whatIsHopedForIsShownToThoseWhoAnswerAndWhatHelpedIsMarkedAndThankedFor() {
        var topic = open("Missed two doses", "We were away.", Map.of("wish", "ears"));
        assertThat(tane.get(topic).text()).contains("Asked for here: ears");
        assertThat(tane.get("/conversations/" + cast.slug).text()).contains("Ears: just listen");
        marama.submit(marama.get(topic), topic + "/wish", Map.of("wish", "facts"));
        assertThat(tane.get(topic).text()).contains("Asked for here: facts");
        assertThat(tane.post(topic + "/wish", Map.of("wish", "ears")).status()).isEqualTo(404);
        var post = reply(tane, topic, "The leaflet says: take the next one as planned.", Map.of());
        for (var n = 0; n < Helps.LONG; n++) {
            reply(tane, topic, "Word " + n, Map.of());
        }
        assertThat(tane.post(post + "/help", Map.of()).status()).isEqualTo(404);
        assertThat(ana.get(topic).text()).doesNotContain("What helped here");
        marama.submit(marama.get(topic), post + "/help", Map.of());
        assertThat(ana.get(topic).text()).contains("What helped here The leaflet says", "helped who asked");
        marama.submit(marama.get(topic), topic + "/closure", Map.of("thankful", "true"));
        assertThat(ana.get(topic).text()).contains("closed with thanks");
        marama.submit(marama.get(topic), post + "/help/removal", Map.of());
        assertThat(ana.get(topic).text()).doesNotContain("What helped here");
    }

    @Test
    void whenTheAccountGoesTheAnonymousWordsLookTakenBackAndNoMore() {
        var topic = open("Something private", "I never said this.", Map.of("as", "anonymous"));
        reply(tane, topic, "I hear you.", Map.of());
        data.erase(maramaHerself.member());
        assertThat(tane.get(topic).text())
                .contains("Withdrawn by its writer", "Somebody · ")
                .doesNotContain("Removed with its writer", "I never said this");
    }

    private String open(String title, String body, Map<String, String> more) {
        var page = marama.get("/conversations/" + cast.slug + "/new");
        var form = new java.util.HashMap<>(Map.of("section", "medicines", "title", title, "body", body));
        form.putAll(more);
        return marama.submit(page, "/topics", form).location();
    }

    private String reply(Visitor who, String topic, String body, Map<String, String> more) {
        var form = new java.util.HashMap<>(Map.of("body", body));
        form.putAll(more);
        var answer = who.submit(who.get(topic), topic + "/replies", form);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.location();
    }

    /** Who speaks in a topic, post by post. */
    private static List<String> names(Visitor reader, String topic) {
        return reader.get(topic).page().select("article.post").stream()
                .map(post -> post.selectFirst(".who :is(strong, .name)").text())
                .toList();
    }
}
