package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
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

/** Ruth is a rheumatology nurse and lives with arthritis herself: she speaks as the one or the other, and puts right what could harm. Without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class CorrectionWalkTest {
    private static final Map<String, String> RIGHT = Map.of(
            "words", "Thank you for helping. Please do not double up: take the next dose at its usual time.",
            "source", "Methotrexate, information for patients",
            "url", "https://example.org/methotrexate",
            "year", "2024");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    Cast cast;
    Viewer ruthHerself;
    Visitor marama;
    Visitor tane;
    Visitor ruth;
    Visitor ana;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        ruthHerself = cast.as("Ruth", "PRACTITIONER");
        marama = cast.at(port, cast.member("Marama"));
        tane = cast.at(port, cast.member("Tane"));
        ruth = cast.at(port, ruthHerself);
        ana = cast.at(port, cast.as("Ana", "MANAGER"));
    }

    @Test
    void ruthSaysEachTimeAsWhomSheSpeaksAndIsAskedBeforeSheMixesTheTwo() {
        var topic = open(marama, Map.of());
        var shown = ruth.get(topic);
        assertThat(shown.page().select("input[name=as][checked]"))
                .as("nothing is chosen for her")
                .isEmpty();
        var unsaid = ruth.submit(shown, topic + "/replies", Map.of("body", "Take the next one as usual."));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Please say as whom you write this");
        assertThat(unsaid.page().selectFirst("textarea[name=body]").wholeText()).contains("as usual");
        ruth.submit(unsaid, topic + "/replies", Map.of("as", "practitioner"));
        assertThat(marama.get(topic).text())
                .contains("✓ Rheumatology nurse", "general information, not a diagnosis", "looked this profession up");

        var asked = ruth.submit(
                ruth.get(topic), topic + "/replies", Map.of("body", "My own knees hurt, too.", "as", "name"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("You spoke here as Rheumatology nurse");
        var sure = asked.page().selectFirst("button[name=sure]").attr("value");
        assertThat(ruth.submit(asked, topic + "/replies", Map.of("sure", sure)).status())
                .isEqualTo(303);
        var own = marama.get(topic).page().select("article.post").last();
        assertThat(own.text()).contains("My own knees hurt").doesNotContain("Rheumatology nurse", "not a diagnosis");
        assertThat(own.classNames()).contains("peer");

        var other = open(marama, Map.of());
        assertThat(ruth.get(other).page().select("input[name=as][checked]"))
                .as("nothing is carried into another conversation")
                .isEmpty();
    }

    @Test
    void whenTheCredentialRunsOutNewWordsAreHerOwnAndOldOnesSayHowItWas() {
        var topic = open(marama, Map.of());
        ruth.submit(ruth.get(topic), topic + "/replies", Map.of("body", "As usual.", "as", "practitioner"));
        var open = ruth.get(topic);
        sql.sql("update practitioner.credential set ends_at = now() - interval '1 second' where member_id = :ruth")
                .param("ruth", ruthHerself.member().value())
                .update();
        var late = ruth.submit(open, topic + "/replies", Map.of("body", "And drink enough.", "as", "practitioner"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("Your credential does not count just now");
        assertThat(ruth.get(topic).page().select("input[value=practitioner]")).isEmpty();
        assertThat(marama.get(topic).text()).contains("at the time of writing").doesNotContain("✓ Rheumatology nurse");
    }

    @Test
    void nobodyButAPractitionerSpeaksAsOne() {
        var topic = open(marama, Map.of());
        var forged =
                tane.submit(tane.get(topic), topic + "/replies", Map.of("body", "Trust me.", "as", "practitioner"));
        assertThat(forged.status()).isEqualTo(422);
    }

    @Test
    void ruthPutsSomethingRightAndTanesPostStays() {
        var topic = open(marama, Map.of());
        var post = tane.submit(tane.get(topic), topic + "/replies", Map.of("body", "Just take two tonight."))
                .location();
        assertThat(marama.get(post + "/corrections/new").status()).isEqualTo(404);
        var form = ruth.get(post + "/corrections/new");
        var bare = ruth.submit(form, post + "/corrections", Map.of("words", "No."));
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.text()).contains("Please name the source");
        assertThat(ruth.submit(bare, post + "/corrections", RIGHT).status()).isEqualTo(303);

        assertThat(marama.get(topic).text())
                .contains("Just take two tonight.", "Put right beside this", "Please do not double up", "(2024)");
        assertThat(marama.get(topic + "/print").text()).contains("Please do not double up");
        assertThat(tane.get("/notices").text())
                .contains("Somebody put something right")
                .doesNotContain("Ruth put");

        var made = marama.get(topic)
                .page()
                .selectFirst(".correction a[href^=/corrections/]")
                .attr("href");
        assertThat(tane.get(made + "/edit").status()).isEqualTo(404);
        var changed = new HashMap<>(RIGHT);
        changed.put("words", "Please take the next one at its usual time, and ask your clinic.");
        ruth.submit(ruth.get(made + "/edit"), made, changed);
        assertThat(marama.get(topic).text()).contains("ask your clinic").doesNotContain("do not double up");
        assertThat(marama.get(made).text()).contains("do not double up", "ask your clinic");
        ruth.submit(ruth.get(made + "/edit"), made + "/removal", Map.of());
        assertThat(marama.get(topic).text()).doesNotContain("ask your clinic");
    }

    @Test
    void dangerousAdviceIsOwedASecondLook() {
        var topic = open(marama, Map.of());
        var post = tane.submit(tane.get(topic), topic + "/replies", Map.of("body", "Just stop all of it."))
                .location();
        var form = ruth.get(post + "/corrections/new");
        var harms = new HashMap<>(RIGHT);
        harms.put("dangerous", "true");
        ruth.submit(form, post + "/corrections", harms);
        assertThat(ana.get("/round/" + cast.slug).text()).contains("Advice that could harm somebody");
        assertThat(tane.get("/round/" + cast.slug).status()).isEqualTo(404);
        var look = ana.get(post + "/corrections/new");
        assertThat(look.text()).contains("Is it enough as it stands?");
        ana.submit(look, post + "/danger/removal", Map.of());
        assertThat(ana.get("/round/" + cast.slug).text()).contains("Nobody is waiting");
    }

    @Test
    void whatTaneReportsAsDangerousReachesRuthAndHerCorrectionMeetsIt() {
        var topic = open(marama, Map.of());
        var post = marama.submit(marama.get(topic), topic + "/replies", Map.of("body", "Just stop all of it."))
                .location();
        var report = tane.get("/reports/new?post=" + post.substring(post.lastIndexOf('/') + 1));
        tane.submit(report, "/reports", Map.of("reason", "DANGEROUS_ADVICE", "words", "Please look"));
        assertThat(ruth.get("/round/" + cast.slug).text()).contains("Advice that could harm somebody");
        ruth.submit(ruth.get(post + "/corrections/new"), post + "/corrections", RIGHT);
        assertThat(ruth.get("/round/" + cast.slug).text()).contains("Nobody is waiting");
    }

    private String open(Visitor who, Map<String, String> more) {
        var fields = new HashMap<>(Map.of("section", "medicines", "title", "Missed a dose", "body", "We were away."));
        fields.putAll(more);
        var page = who.get("/conversations/" + cast.slug + "/new");
        return who.submit(page, "/topics", fields).location();
    }
}
