package kith.search;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.Visitor;
import kith.house.TestHouse;
import kith.moderation.Reportable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** People look for something through a browser without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class SearchWalkTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Indexing indexing;

    @Autowired
    List<Reportable> reportables;

    Town town;
    Visitor marama;
    Visitor tane;

    @BeforeEach
    void people() {
        town = new Town(sql, port, "en");
        marama = town.arrives("Marama");
        tane = town.arrives("Tane");
    }

    @Test
    void tanFindsWhatMaramaAskedInOtherFormsOfItsWords() {
        town.topic(marama, "medicines", "Injections on Sundays", "The methotrexate makes me *so* tired.");
        town.topic(marama, "mornings", "A walk", "Sunday was sunny.");
        indexing.catchUpAsHouse();
        assertThat(titles(town.search(tane, "injecting"))).containsExactly("Injections on Sundays");
        assertThat(titles(town.search(tane, "TIREDNESS tire methotrexáte"))).containsExactly("Injections on Sundays");
        var page = town.search(tane, "methotrexate");
        assertThat(page.page().select("mark").eachText()).containsExactly("methotrexate");
        assertThat(page.page().select(".finds .opening").text()).contains("makes me so tired");
    }

    @Test
    void aTitleCountsMoreThanAPassingWordAndATopicIsThereOnce() {
        var walk = town.topic(marama, "mornings", "A walk by the sea", "It was lovely.");
        for (var n = 0; n < 3; n++) {
            town.reply(tane, walk, "I had nausea that day, number " + n);
        }
        town.topic(marama, "medicines", "Nausea after the dose", "What helps you?");
        indexing.catchUpAsHouse();
        assertThat(titles(town.search(tane, "nausea"))).containsExactly("Nausea after the dose", "A walk by the sea");
    }

    @Test
    void aTypoIsForgivenAndSaid() {
        town.topic(marama, "medicines", "Methotrexate", "Weekly.");
        indexing.catchUpAsHouse();
        var page = town.search(tane, "metotrexat");
        assertThat(titles(page)).containsExactly("Methotrexate");
        assertThat(page.words()).contains("Nobody here has written “metotrexat”", "“methotrexate”");
        assertThat(titles(town.search(tane, "methotrexaet"))).containsExactly("Methotrexate");
        assertThat(town.search(tane, "xylophone").words()).contains("Nothing with these words");
    }

    @Test
    void phrasesStandTogetherAndAMinusLeavesOut() {
        town.topic(marama, "medicines", "One", "The cold hands in winter.");
        town.topic(marama, "medicines", "Two", "My hands are cold, and so is winter.");
        indexing.catchUpAsHouse();
        assertThat(titles(town.search(tane, "cold hands"))).containsExactlyInAnyOrder("One", "Two");
        assertThat(titles(town.search(tane, "\"cold hands\""))).containsExactly("One");
        assertThat(titles(town.search(tane, "“cold hands” winter"))).containsExactly("One");
        assertThat(titles(town.search(tane, "winter -\"cold hands\" -zebra"))).isEmpty();
        town.topic(marama, "medicines", "Three", "A mild winter.");
        indexing.catchUpAsHouse();
        assertThat(titles(town.search(tane, "winter -hands"))).containsExactly("Three");
        assertThat(titles(town.search(tane, "'' \\ & | ! <-> :* ( 'winter")).size())
                .isEqualTo(3);
    }

    @Test
    void choicesNarrowWhatIsFound() {
        var asked = town.topic(marama, "medicines", "Fatigue in the morning", "Who knows it?");
        town.topic(marama, "mornings", "Fatigue at night", "Me.");
        town.reply(tane, asked, "I do.");
        indexing.catchUpAsHouse();
        assertThat(titles(town.search(tane, "fatigue", "section", "mornings"))).containsExactly("Fatigue at night");
        assertThat(titles(town.search(tane, "fatigue", "answered", "YES"))).containsExactly("Fatigue in the morning");
        assertThat(titles(town.search(tane, "fatigue", "answered", "NO"))).containsExactly("Fatigue at night");
        assertThat(titles(town.search(tane, "fatigue", "kind", "library"))).isEmpty();
        sql.sql("update search.document set at = now() - interval '40 days' where community_id = :c and opens")
                .param("c", town.community.value())
                .update();
        assertThat(titles(town.search(tane, "fatigue", "within", "MONTH"))).isEmpty();
        assertThat(titles(town.search(tane, "fatigue", "within", "YEAR"))).hasSize(2);
    }

    @Test
    void manyResultsComePageByPageEachOnce() {
        for (var n = 0; n < 23; n++) {
            town.topic(town.arrives("Jo"), "medicines", "Dry eyes " + n, "Drops?");
        }
        indexing.catchUpAsHouse();
        var all = new ArrayList<String>();
        var page = town.search(tane, "dry eyes");
        for (var n = 0; n < 4; n++) {
            all.addAll(titles(page));
            var next = page.page().selectFirst("a[rel=next]");
            if (next == null) {
                break;
            }
            assertThat(next.attr("href")).doesNotContain("dry", "eyes");
            page = tane.get(next.attr("href"));
        }
        assertThat(all).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void whatIsTakenOutOfSightIsGoneFromTheSameMomentWithItsWords() {
        var topic = town.topic(marama, "medicines", "Zanzibar", "My zucchini garden.");
        var reply = town.reply(tane, topic, "Quokkas eat them.");
        indexing.catchUpAsHouse();
        assertThat(titles(town.search(marama, "quokka"))).containsExactly("Zanzibar");
        tane.post(reply + "/withdrawal");
        nothing(town.search(marama, "quokka"));
        nothing(town.search(marama, "quokkaz"));
        tane.post(reply + "/withdrawal/removal");
        indexing.catchUpAsHouse();
        assertThat(titles(town.search(marama, "quokka"))).containsExactly("Zanzibar");
        posts().hide(id(topic, "opens"), "rude");
        for (var words : List.of("zanzibar", "zucchini", "zuchini", "Zanzibr")) {
            nothing(town.search(tane, words));
        }
        indexing.catchUpAsHouse();
        nothing(town.search(tane, "zanzibar"));
        assertThat(town.search(tane, "quokkas").words()).doesNotContain("Zanzibar");
        posts().show(id(topic, "opens"));
        indexing.catchUpAsHouse();
        assertThat(titles(town.search(tane, "zucchini"))).containsExactly("Zanzibar");
    }

    /** The index may be behind; the page never is. */
    @Test
    void whatIsStillIndexedByMistakeIsNotShown() {
        var topic = town.topic(marama, "medicines", "Zeppelin", "Zither.");
        indexing.catchUpAsHouse();
        sql.sql("update conversation.post set hidden_at = now() where topic_id = :id")
                .param("id", java.util.UUID.fromString(topic.substring(8)))
                .update();
        sql.sql("update conversation.topic set hidden = true where id = :id")
                .param("id", java.util.UUID.fromString(topic.substring(8)))
                .update();
        assertThat(town.search(tane, "zither").words()).doesNotContain("Zeppelin");
    }

    @Test
    void otherCommunitiesAreNeitherFoundNorHintedAt() {
        var other = new Town(sql, port, "en");
        other.topic(other.arrives("Jo"), "medicines", "Secret rendezvous", "Wobbegong sharks.");
        town.topic(marama, "medicines", "Something", "Else.");
        indexing.catchUpAsHouse();
        nothing(town.search(tane, "wobbegong"));
        nothing(town.search(tane, "wobbegon"));
        nothing(town.search(tane, "rendezvous"));
        assertThat(tane.get("/search/" + other.slug).status()).isEqualTo(404);
        assertThat(tane.post("/search/" + other.slug, Map.of("words", "wobbegong"))
                        .status())
                .isEqualTo(404);
        assertThat(tane.post("/similar/" + other.slug, Map.of("title", "Secret rendezvous"))
                        .status())
                .isEqualTo(404);
        assertThat(new Visitor(port).get("/search/" + town.slug).status()).isNotEqualTo(200);
    }

    @Test
    void anAddressOpensForWhoAskedAndForNobodyElse() {
        town.topic(marama, "medicines", "Nausea", "Again.");
        indexing.catchUpAsHouse();
        var address = town.asked(tane, "nausea");
        assertThat(address).startsWith("/search/" + town.slug + "?asked=").doesNotContain("nausea");
        assertThat(tane.get(address).page().selectFirst("#words").val()).isEqualTo("nausea");
        assertThat(marama.get(address).page().selectFirst("#words").val()).isEmpty();
        assertThat(tane.get(address.substring(0, address.length() - 2))
                        .page()
                        .selectFirst("#words")
                        .val())
                .isEmpty();
        assertThat(tane.get(address + "&after=nonsense").status()).isEqualTo(404);
    }

    @Test
    void nothingThatIsTypedIsLogged() {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        try {
            town.topic(marama, "medicines", "Nausea", "Again.");
            indexing.catchUpAsHouse();
            town.search(tane, "haemorrhoids");
            tane.post("/similar/" + town.slug, Map.of("title", "haemorrhoids again"));
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains("haemorrhoid"));
        assertThat(sql.sql("select count(*)::int from search.word where word like 'haemorr%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void peopleAreFoundOnlyWhereTheyChoseToBe() {
        town.arrives("Ngaio");
        var hidden = town.member("Ngaire", "MEMBER");
        sql.sql("update community.membership set listed = false where account_id = :id")
                .param("id", hidden.value())
                .update();
        var page = town.search(tane, "ngai");
        assertThat(page.words()).contains("Ngaio").doesNotContain("Ngaire");
        assertThat(town.search(tane, "ngai", "kind", "people").words())
                .contains("Ngaio")
                .doesNotContain("Ngaire");
        var host = town.at(town.member("Ana", "MANAGER"));
        assertThat(town.search(host, "ngai").words()).contains("Ngaio", "Ngaire");
    }

    @Test
    void aContentNoteStandsBeforeWhatWasFound() {
        marama.post(
                "/topics",
                Map.of(
                        "community",
                        town.slug,
                        "section",
                        "medicines",
                        "title",
                        "That night",
                        "body",
                        "I thought of blood.",
                        "note",
                        "Self-harm"));
        indexing.catchUpAsHouse();
        var page = town.search(tane, "blood");
        assertThat(titles(page)).containsExactly("That night");
        assertThat(page.words()).contains("Self-harm").doesNotContain("thought of");
    }

    @Test
    void whatSomebodyWroteIsShownAsTextWhateverItIs() {
        town.topic(
                marama,
                "medicines",
                "A <b>bold</b> title",
                "Look <script>alert(1)</script> \uE000here\uE001 & there <img src=x onerror=alert(2)> nausea");
        indexing.catchUpAsHouse();
        var page = town.search(tane, "nausea <img src=x>");
        assertThat(page.page().select("main script, main img, .finds b")).isEmpty();
        assertThat(page.page().select(".finds a.title").text()).isEqualTo("A <b>bold</b> title");
        assertThat(page.page().select("mark").eachText()).contains("nausea").doesNotContain("here");
    }

    @Test
    void germanWordsHaveTheirForms() {
        var dorf = new Town(sql, port, "de");
        var uwe = dorf.arrives("Uwe");
        dorf.topic(uwe, "medicines", "Müdigkeit nach den Spritzen", "Die Ärzte sagen nichts über Schübe.");
        indexing.catchUpAsHouse();
        assertThat(titles(dorf.search(uwe, "Spritze"))).hasSize(1);
        assertThat(titles(dorf.search(uwe, "mudigkeit arzt"))).hasSize(1);
        assertThat(titles(dorf.search(uwe, "Schüben"))).hasSize(1);
        assertThat(titles(dorf.search(uwe, "Mudigkeiten schub"))).hasSize(1);
    }

    @Test
    void whileATitleIsTypedAnsweredTopicsLikeItAreOffered() {
        var answered = town.topic(marama, "medicines", "Nausea after methotrexate", "What helps?");
        town.reply(tane, answered, "Ginger.");
        town.topic(marama, "medicines", "Nausea without an answer", "What helps?");
        indexing.catchUpAsHouse();
        var offered = tane.post("/similar/" + town.slug, Map.of("title", "How do I stop the nausea from methotrexate"));
        assertThat(offered.page().select("a").eachAttr("href")).containsExactly(answered);
        assertThat(tane.post("/similar/" + town.slug, Map.of("title", "Nau"))
                        .body()
                        .strip())
                .isEmpty();
        assertThat(tane.get("/conversations/" + town.slug + "/new")
                        .page()
                        .select("[data-similar]")
                        .attr("data-similar"))
                .isEqualTo("/similar/" + town.slug);
    }

    @Test
    void anArticleAndTheConversationsThatLinkToItLeadToEachOther() {
        var ana = town.at(town.member("Ana", "MANAGER"));
        var article = ana.post(
                        "/library/" + town.slug,
                        Map.of(
                                "title",
                                "Folic acid",
                                "focus",
                                "Methotrexate",
                                "body",
                                "Take it on another day.",
                                "version",
                                "0"))
                .location();
        var topic = town.topic(marama, "medicines", "Which day?", "I read http://localhost" + article + " and wonder.");
        var elsewhere = new Town(sql, port, "en");
        elsewhere.topic(elsewhere.arrives("Jo"), "medicines", "Stolen link", "Look at http://localhost" + article);
        indexing.catchUpAsHouse();
        assertThat(titles(town.search(tane, "folic acid", "kind", "library"))).containsExactly("Folic acid");
        var page = tane.get(article);
        assertThat(page.page().select("#talks + ul a").eachText()).containsExactly("Which day?");
        assertThat(tane.get(topic).page().select("main a[href=" + article + "]").text())
                .isEqualTo("Folic acid");
        posts().hide(id(topic, "opens"), "rude");
        assertThat(tane.get(article).page().select("#talks")).isEmpty();
        ana.post(
                article,
                Map.of("title", "Vitamin B9", "focus", "Methotrexate", "body", "Another day.", "version", "1"));
        nothing(town.search(tane, "folic"));
        indexing.catchUpAsHouse();
        assertThat(titles(town.search(tane, "vitamin b9"))).containsExactly("Vitamin B9");
    }

    private Reportable posts() {
        return reportables.stream()
                .filter(each -> each.kind().equals("post"))
                .findFirst()
                .orElseThrow();
    }

    private java.util.UUID id(String topic, String which) {
        return sql.sql("select id from conversation.post where topic_id = :id and " + which)
                .param("id", java.util.UUID.fromString(topic.substring("/topics/".length())))
                .query(java.util.UUID.class)
                .single();
    }

    private static List<String> titles(Visitor.Answer page) {
        return page.page().select(".finds a.title").eachText();
    }

    /** Not a result, not a word taken for another, not a page more. */
    private static void nothing(Visitor.Answer page) {
        assertThat(page.words()).contains("Nothing with these words").doesNotContain("Nobody here has written");
        assertThat(page.page().select(".finds li, .pager a, main .notice")).isEmpty();
    }

    @Test
    void whoReadsOneLanguageFindsConversationsInThat() {
        town.topic(marama, "medicines", "Fatigue in the morning", "Who knows it?");
        marama.get("/conversations/" + town.slug + "/new");
        marama.post(
                "/topics",
                Map.of(
                        "community",
                        town.slug,
                        "section",
                        "medicines",
                        "title",
                        "Fatigue",
                        "body",
                        "Müde, jeden Tag.",
                        "language",
                        "de"));
        indexing.catchUpAsHouse();
        assertThat(titles(town.search(tane, "fatigue"))).hasSize(2);
        tane.post("/conversations/" + town.slug + "/tongues", Map.of("language", "de"));
        var found = town.search(tane, "fatigue");
        assertThat(titles(found)).containsExactly("Fatigue");
        assertThat(found.text()).contains("languages that you read: Deutsch");
        tane.post("/conversations/" + town.slug + "/tongues", Map.of("language", ""));
        assertThat(titles(town.search(tane, "fatigue"))).hasSize(2);
    }
}
