package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

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

/** People come back to conversations, in a browser without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class ReadingWalkTest {
    @LocalServerPort
    int port;

    @Autowired
    ConversationData data;

    @Autowired
    JdbcClient sql;

    Cast cast;
    Visitor marama;
    Visitor tane;
    Visitor ana;
    Viewer taneHimself;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        marama = cast.at(port, cast.member("Marama"));
        taneHimself = cast.member("Tane");
        tane = cast.at(port, taneHimself);
        ana = cast.at(port, cast.as("Ana", "MANAGER"));
    }

    @Test
    void taneComesBackAndSeesWhereTheNewBegins() {
        var topic = open("Missed two doses", "We were away.");
        assertThat(tane.get("/conversations/" + cast.slug + "?view=unread").text())
                .contains("New to you", "Missed two doses", "new");
        assertThat(tane.get(topic).page().select("#new"))
                .as("a first visit has no line")
                .isEmpty();
        assertThat(tane.get("/conversations/" + cast.slug + "?view=unread").text())
                .contains("Nothing new to you");
        say(ana, topic, "How are you now?");
        var list = tane.get("/conversations/" + cast.slug);
        assertThat(list.text()).contains("1 new");
        var link = list.page().select(".topics a.title").attr("href");
        assertThat(link).isEqualTo(topic + "?unread=true#new");
        var page = tane.get(link.replace("#new", "")).page();
        assertThat(page.select("#new").text()).isEqualTo("New since your last visit");
        assertThat(page.select("#new + article .words").text()).isEqualTo("How are you now?");
        assertThat(tane.get("/conversations/" + cast.slug).text()).doesNotContain("1 new");
    }

    @Test
    void taneFollowsMutesAndCallsASectionRead() {
        var topic = open("Missed two doses", "We were away.");
        var page = tane.get(topic);
        var followed = tane.submit(page, topic + "/attention", Map.of("attention", "followed"));
        assertThat(tane.visit(followed.location()).text()).contains("You follow this conversation");
        assertThat(tane.get("/conversations/" + cast.slug + "/medicines?view=followed")
                        .text())
                .contains("Missed two doses", "followed");
        tane.submit(tane.get(topic), topic + "/attention", Map.of("attention", "muted"));
        say(ana, topic, "How are you now?");
        assertThat(tane.get("/conversations/" + cast.slug).text())
                .contains("muted")
                .doesNotContain("1 new");
        open("Cold hands", "Every winter.");
        var list = tane.get("/conversations/" + cast.slug + "/medicines");
        assertThat(list.page().select("li.fresh .title").text()).isEqualTo("Cold hands");
        var swept = tane.submit(list, "/conversations/" + cast.slug + "/sweeps", Map.of());
        assertThat(tane.visit(swept.location()).page().select("li.fresh")).isEmpty();
    }

    @Test
    void anaAsksTaneByNameAndTheAnswerSaysWhatItAnswers() {
        var topic = open("Missed two doses", "We were away.");
        assertThat(ana.get("/round/" + cast.slug).text())
                .contains("Missed two doses", "conversation without an answer", "waiting for less than an hour");
        assertThat(tane.get(topic + "/asks/new").status()).isEqualTo(404);
        var form = ana.get(topic + "/asks/new");
        var refused = ana.submit(form, topic + "/asks", Map.of("name", "Nobody Here"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Please choose somebody");
        assertThat(refused.page().select("input[name=name]").val()).isEqualTo("Nobody Here");
        var asked = ana.submit(form, topic + "/asks", Map.of("name", "tane"));
        assertThat(ana.visit(asked.location()).text()).contains("You asked Tane to look in here");
        assertThat(ana.submit(form, topic + "/asks", Map.of("name", "Tane")).text())
                .contains("They were asked only lately");
        assertThat(tane.get(topic).text()).contains("Ana asks you to look in here.");
        assertThat(marama.get(topic).text()).doesNotContain("to look in here");
        var reply = say(tane, topic, "Same in March.");
        assertThat(ana.get("/round/" + cast.slug).text()).doesNotContain("Missed two doses");
        var quoting = marama.get(topic + "?quote=" + reply.replace("/posts/", ""));
        assertThat(quoting.page().select("#reply input[name=answers]").val()).isEqualTo(reply.replace("/posts/", ""));
        marama.submit(quoting, topic + "/replies", Map.of("language", "mi"));
        var read = ana.get(topic).page();
        assertThat(read.select("article a[href=" + reply + "]").eachText()).contains("answering Tane");
        assertThat(tane.get(topic).text()).contains("answering you");
        assertThat(read.select(".words[lang=mi]")).hasSize(1);
        assertThat(read.text()).contains("Te reo Māori");
    }

    @Test
    void aTopicIsPrintedWholeAndOnlyForItsReaders() {
        var topic = open("Missed two doses", "We were away.");
        for (var n = 0; n < 22; n++) {
            say(n % 2 == 0 ? tane : ana, topic, "Reply " + n);
        }
        var page = marama.get(topic + "/print");
        assertThat(page.page().select(".paper article")).hasSize(23);
        assertThat(page.page().select(".paper form, .paper button")).isEmpty();
        assertThat(cast.at(port, cast.guest("Jo")).get(topic + "/print").status())
                .isEqualTo(404);
    }

    @Test
    void aNameLeadsOnlyToWhoWantsToBeFound() {
        cast.change(taneHimself, "listed = false");
        var topic = open("Missed two doses", "We were away.");
        say(tane, topic, "Same in March.");
        assertThat(marama.get(topic).page().select("article a.name"))
                .as("her own page")
                .hasSize(1);
        assertThat(ana.get(topic).page().select("article a.name").eachText()).containsExactly("Marama", "Tane");
    }

    private String open(String title, String body) {
        var form = marama.get("/conversations/" + cast.slug + "/new");
        return marama.submit(form, "/topics", Map.of("section", "medicines", "title", title, "body", body))
                .location();
    }

    private String say(Visitor who, String topic, String body) {
        return who.submit(who.get(topic), topic + "/replies", Map.of("body", body))
                .location();
    }

    @Test
    void whoReadsTwoLanguagesOfThreeSeesConversationsInThose() {
        open("Missed two doses", "We were away.");
        assertThat(tane.get("/conversations/" + cast.slug).page().select(".tongues"))
                .as("nothing to choose")
                .isEmpty();
        speaking("de", "Zwei Tage vergessen");
        speaking("mi", "Kua wareware au");
        var list = tane.get("/conversations/" + cast.slug);
        assertThat(list.text()).contains("Missed two doses", "Zwei Tage vergessen", "Kua wareware au");
        assertThat(list.page().select(".tongues button").eachText())
                .containsExactly("All", "English", "Deutsch", "Te reo Māori");
        choose("de");
        choose("en");
        for (var view : new String[] {"", "?view=unread", "?view=unanswered"}) {
            assertThat(titles(tane, view)).containsExactly("Zwei Tage vergessen", "Missed two doses");
        }
        assertThat(titles(ana, "")).as("hers are her own").hasSize(3);
        choose("en");
        assertThat(titles(tane, "")).containsExactly("Zwei Tage vergessen");
        assertThat(data.export(taneHimself.member()).toString()).contains("{languages=de}");
        choose("");
        assertThat(titles(tane, "")).hasSize(3);
        assertThat(tane.post("/conversations/" + cast.slug + "/tongues", Map.of("language", "xx"))
                        .status())
                .isEqualTo(404);
    }

    private void speaking(String language, String title) {
        marama.post(
                "/topics",
                Map.of(
                        "community",
                        cast.slug,
                        "section",
                        "medicines",
                        "title",
                        title,
                        "body",
                        "…",
                        "language",
                        language));
    }

    private void choose(String language) {
        tane.get("/conversations/" + cast.slug);
        assertThat(tane.post("/conversations/" + cast.slug + "/tongues", Map.of("language", language))
                        .status())
                .isEqualTo(303);
    }

    private java.util.List<String> titles(Visitor who, String view) {
        return who.get("/conversations/" + cast.slug + view)
                .page()
                .select(".topics a.title")
                .eachText();
    }
}
