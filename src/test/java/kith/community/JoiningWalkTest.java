package kith.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.Visitor;
import kith.house.TestHouse;
import kith.identity.Ids;
import kith.identity.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** People find a community, come in, are asked little, change what they show, and leave; each through a browser without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class JoiningWalkTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Founding founding;

    @Autowired
    Packs packs;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    CommunityData data;

    @Autowired
    Gatherings gatherings;

    Cast cast;
    Viewer anaHerself;
    Visitor ana;
    Viewer maramaHerself;
    Visitor marama;
    Visitor stranger;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        anaHerself = cast.person("Ana");
        ana = cast.at(port, anaHerself);
        maramaHerself = cast.person("Marama");
        marama = cast.at(port, maramaHerself);
        stranger = new Visitor(port);
        ana.get("/");
        marama.get("/");
    }

    private String place(String pack, Community.Joining joining, Community.Visibility visibility) {
        var slug = "p-" + Ids.next().toString().substring(19);
        var id = founding.foundAsHouse(new Founding.Wish(
                packs.newest(pack, "en").orElseThrow(), "Clear Air " + slug, slug, "", joining, visibility));
        memberships.addAsHouse(id, anaHerself.member(), Role.MANAGER);
        memberships.acknowledge(communities.find(anaHerself, id), 1);
        return slug;
    }

    private String open(String pack) {
        return place(pack, Community.Joining.OPEN, Community.Visibility.PRIVATE);
    }

    private String joined(String pack) {
        var slug = open(pack);
        memberships.join(maramaHerself, slug);
        return slug;
    }

    @Test
    void maramaJoinsAnOpenCommunityAndComesThroughThreeSteps() {
        var slug = open("quit-smoking");
        var door = marama.get("/communities/" + slug);
        assertThat(door.text()).contains("Clear Air", "Who is here for you", "Ana", "What we promise each other");
        var joined = marama.submit(door, "/memberships", Map.of());
        assertThat(joined.location()).isEqualTo("/onboarding/" + slug);
        var first = marama.visit(joined.location());
        assertThat(first.text()).contains("Your date", "I have read this");
        var next = marama.submit(
                first,
                "/onboarding/" + slug + "/1",
                Map.of(
                        "turn",
                        "NEXT",
                        "guidelines",
                        "1",
                        "q-quit-date",
                        "2026-11-01",
                        "q-cigarettes-per-day",
                        "20",
                        "q-price-of-pack",
                        "9,50",
                        "currency-price-of-pack",
                        "EUR"));
        assertThat(next.location()).isEqualTo("/onboarding/" + slug + "/2");
        marama.submit(
                marama.get(next.location()), next.location(), Map.of("turn", "NEXT", "q-own-reason", "My children"));
        var last = marama.visit("/onboarding/" + slug);
        assertThat(last.path()).isEqualTo("/onboarding/" + slug + "/3");
        var done = marama.submit(last, last.path(), Map.of("turn", "NEXT", "about", "Twenty a day, once."));
        assertThat(done.location()).isEqualTo("/communities/" + slug);
        assertThat(communities.find(maramaHerself, slug).mayWrite()).isTrue();
        assertThat(marama.get("/my/" + slug).text())
                .contains("since your date", "EUR", "A lapse takes none of these days away");
    }

    @Test
    void aRefusedStepKeepsEveryAnswerAndBackLosesNothing() {
        var slug = joined("quit-smoking");
        var first = marama.get("/onboarding/" + slug + "/1");
        var refused = marama.submit(
                first,
                "/onboarding/" + slug + "/1",
                Map.of("turn", "NEXT", "q-quit-date", "2026-11-01", "q-cigarettes-per-day", "many"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Please give a number", "Please say that you want to keep to the guidelines");
        assertThat(refused.page().selectFirst("#q-cigarettes-per-day").val()).isEqualTo("many");
        assertThat(marama.get("/onboarding/" + slug + "/1")
                        .page()
                        .selectFirst("#q-quit-date")
                        .val())
                .isEqualTo("2026-11-01");
        var second = marama.get("/onboarding/" + slug + "/2");
        var back = marama.submit(
                second, "/onboarding/" + slug + "/2", Map.of("turn", "BACK", "q-own-reason", "My children"));
        assertThat(back.location()).isEqualTo("/onboarding/" + slug + "/1");
        assertThat(marama.get("/onboarding/" + slug + "/2").body()).contains("My children");
    }

    @Test
    void maramaAsksAndAnaWelcomesHer() {
        var slug = place("autoimmune", Community.Joining.REQUEST, Community.Visibility.PRIVATE);
        var door = marama.get("/communities/" + slug);
        var refused = marama.submit(door, "/requests/" + slug, Map.of("words", "x".repeat(1001)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("x".repeat(1001));
        marama.submit(door, "/requests/" + slug, Map.of("words", "My hands <b>hurt</b>."));
        assertThat(marama.get("/communities/" + slug).text()).contains("Your request is with the hosts");
        assertThat(marama.get("/requests/" + slug).status()).isEqualTo(404);
        assertThat(ana.get("/").text()).contains("would like to join");
        var list = ana.get("/requests/" + slug);
        assertThat(list.text()).contains("Marama", "My hands <b>hurt</b>.");
        var action = list.page().selectFirst("form[action$=/decision]").attr("action");
        assertThat(marama.post(action, Map.of("accepted", "true")).status()).isEqualTo(404);
        assertThat(ana.submit(list, action, Map.of("accepted", "true", "reply", "Good that you are here."))
                        .status())
                .isEqualTo(303);
        assertThat(communities.find(maramaHerself, slug).member()).isTrue();
        assertThat(ana.submit(list, action, Map.of("accepted", "false")).status())
                .as("decided once")
                .isEqualTo(404);
    }

    @Test
    void aDeclinedRequestLeavesThePlaceClosed() {
        var slug = place("autoimmune", Community.Joining.REQUEST, Community.Visibility.PRIVATE);
        marama.submit(marama.get("/communities/" + slug), "/requests/" + slug, Map.of());
        var list = ana.get("/requests/" + slug);
        ana.submit(
                list, list.page().selectFirst("form[action$=/decision]").attr("action"), Map.of("accepted", "false"));
        assertThat(marama.get("/members/" + slug).status()).isEqualTo(404);
        assertThat(marama.get("/communities/" + slug).text()).contains("Ask to join");
    }

    @Test
    void anInvitationOpensADoorThatNobodyElseSees() {
        var slug = place("drink-less", Community.Joining.INVITATION, Community.Visibility.PRIVATE);
        assertThat(marama.get("/communities/" + slug).status()).isEqualTo(404);
        assertThat(stranger.get("/").text()).doesNotContain(slug);
        var made = ana.submit(
                ana.get("/invites/" + slug), "/invites/" + slug, Map.of("email", "", "days", "3", "uses", "1"));
        var link = made.page().selectFirst("#link").val();
        var path = link.substring(link.indexOf("/invites/"));
        var seen = stranger.get(path);
        assertThat(seen.text()).contains("Clear Air", "Make an account", "Sign in and accept");
        assertThat(seen.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(marama.submit(marama.get(path), path, Map.of()).location()).isEqualTo("/onboarding/" + slug);
        var tane = cast.at(port, cast.person("Tane"));
        assertThat(tane.get(path).status()).as("used up").isEqualTo(404);
        assertThat(tane.post(path, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void anInvitationThatWasTakenBackOpensNothing() {
        var slug = place("drink-less", Community.Joining.INVITATION, Community.Visibility.PRIVATE);
        var made = ana.submit(ana.get("/invites/" + slug), "/invites/" + slug, Map.of("days", "3", "uses", "5"));
        var link = made.page().selectFirst("#link").val();
        var action = made.page().selectFirst("form[action$=/removal]").attr("action");
        assertThat(marama.post(action, Map.of()).status()).isEqualTo(404);
        ana.submit(made, action, Map.of());
        assertThat(marama.get(link.substring(link.indexOf("/invites/"))).status())
                .isEqualTo(404);
        assertThat(ana.submit(made, "/invites/" + slug, Map.of("days", "900", "uses", "5"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void changedGuidelinesAreReadAgainBeforeWriting() {
        var slug = joined("autoimmune");
        memberships.acknowledge(communities.find(maramaHerself, slug), 1);
        marama.submit(marama.get("/onboarding/" + slug + "/3"), "/onboarding/" + slug + "/3", Map.of("turn", "LATER"));
        assertThat(communities.find(maramaHerself, slug).mayWrite()).isTrue();
        var form = ana.get("/settings/" + slug + "/guidelines");
        ana.submit(form, "/settings/" + slug + "/guidelines", Map.of("text", "We listen **first**."));
        assertThat(communities.find(maramaHerself, slug).mayWrite()).isFalse();
        assertThat(marama.get("/").text()).contains("has new guidelines");
        assertThat(marama.get("/").text()).contains("has new guidelines");
        var page = marama.get("/guidelines/" + slug);
        assertThat(page.body()).contains("We listen <strong>first</strong>.");
        marama.submit(page, "/guidelines/" + slug + "/acknowledgement", Map.of());
        assertThat(communities.find(maramaHerself, slug).mayWrite()).isTrue();
        assertThat(ana.submit(form, "/settings/" + slug + "/guidelines", Map.of("text", "Other."))
                        .status())
                .as("from an old page")
                .isEqualTo(409);
    }

    @Test
    void aMemberShowsOnlyWhatSheChose() {
        var slug = joined("autoimmune");
        var tane = cast.person("Tane");
        memberships.join(tane, slug);
        var my = marama.get("/my/" + slug);
        var fields = new HashMap<>(
                Map.of("about", "Knees and tea.", "q-stage", "new", "share-stage", "yes", "listed", "true"));
        assertThat(marama.submit(my, "/my/" + slug, fields).status()).isEqualTo(303);
        var card = "/members/" + slug + "/" + maramaHerself.member();
        var asTane = cast.at(port, tane);
        assertThat(asTane.get(card).text()).contains("Knees and tea.", "Told within the last year");
        assertThat(asTane.get("/members/" + slug + "?name=mar").text()).contains("Marama");
        marama.postRaw("/my/" + slug, Map.of("_csrf", marama.csrf(), "about", "Knees and tea.", "q-stage", "new"));
        assertThat(asTane.get(card).status()).as("not listed").isEqualTo(404);
        assertThat(asTane.get("/members/" + slug + "?name=mar").text()).doesNotContain("Knees");
        assertThat(ana.get(card).text()).contains("Marama").doesNotContain("Told within the last year");
        assertThat(marama.get(card).status()).isEqualTo(200);
        assertThat(stranger.get(card).status()).isNotEqualTo(200);
    }

    @Test
    void leavingForgetsWhatWasToldAndTheLastManagerStays() {
        var slug = joined("quit-smoking");
        marama.submit(marama.get("/my/" + slug), "/my/" + slug, Map.of("q-own-reason", "My children"));
        var left =
                marama.submit(marama.get("/memberships/" + slug + "/end"), "/memberships/" + slug + "/end", Map.of());
        assertThat(left.location()).isEqualTo("/");
        assertThat(marama.get("/my/" + slug).status()).isEqualTo(404);
        assertThat(sql.sql("select count(*) from community.answer where account_id = ?")
                        .param(maramaHerself.member().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        var refused = ana.submit(ana.get("/memberships/" + slug + "/end"), "/memberships/" + slug + "/end", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("You are the only manager here");
    }

    @Test
    void anaGivesRolesAndCannotGiveAwayTheLastOfHerOwn() {
        var slug = joined("autoimmune");
        var card = "/members/" + slug + "/" + maramaHerself.member();
        assertThat(marama.post(card, Map.of("role", "MANAGER")).status()).isEqualTo(404);
        assertThat(ana.get(card).page().select("option[value=PRACTITIONER]")).isEmpty();
        var byHand = ana.submit(ana.get(card), card, Map.of("role", "PRACTITIONER"));
        assertThat(byHand.status()).as("a practitioner is checked, not chosen").isEqualTo(422);
        assertThat(byHand.text()).contains("check the profession first");
        ana.submit(ana.get(card), card, Map.of("role", "MODERATOR"));
        assertThat(ana.get(card).text()).contains("Moderator");
        var own = "/members/" + slug + "/" + anaHerself.member();
        assertThat(ana.submit(ana.get(own), own, Map.of("role", "MEMBER")).text())
                .contains("A community needs a manager");
    }

    @Test
    void aManagerPutsHerOwnWordsAndTakesThePacksBack() {
        var slug = joined("autoimmune");
        var words = "/settings/" + slug + "/words";
        ana.submit(ana.get(words), words, Map.of("MEMBERS", "companions"));
        assertThat(marama.get("/members/" + slug).text()).contains("companions");
        var stale = ana.get(words);
        ana.submit(stale, words, Map.of("MEMBERS", ""));
        assertThat(marama.get("/members/" + slug).text()).contains("fellow travellers");
        assertThat(ana.submit(stale, words, Map.of("MEMBERS", "crew")).status()).isEqualTo(409);
        assertThat(ana.submit(ana.get(words), words, Map.of("GREETING", "Hello you"))
                        .text())
                .contains("The greeting needs {name}");
        var sections = "/settings/" + slug + "/sections";
        var shown = ana.get(sections);
        var first = shown.page().selectFirst("input[name^=name-]").attr("name");
        ana.submit(shown, sections, Map.of(first, "The kitchen table"));
        assertThat(ana.get(sections).body()).contains("The kitchen table");
        for (var path : List.of(
                "/settings/" + slug,
                words,
                sections,
                "/settings/" + slug + "/guidelines",
                "/settings/" + slug + "/pack",
                "/invites/" + slug)) {
            assertThat(ana.get(path).status()).as(path).isEqualTo(200);
            assertThat(marama.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theOperatorFoundsACommunityAndOthersDoNot() {
        assertThat(marama.get("/communities/new").status()).isEqualTo(404);
        assertThat(marama.post("/communities", Map.of("pack", "autoimmune.en", "name", "Mine"))
                        .status())
                .isEqualTo(404);
        var operator = cast.at(port, cast.operator());
        var form = operator.get("/communities/new");
        var name = "Späte Morgen " + Ids.next().toString().substring(24);
        assertThat(operator.submit(form, "/communities", Map.of("name", "x", "slug", "New!"))
                        .status())
                .isEqualTo(422);
        var founded = operator.submit(form, "/communities", Map.of("pack", "autoimmune.en", "name", name));
        assertThat(founded.location()).startsWith("/settings/spate-morgen-");
        assertThat(operator.get(founded.location()).text())
                .contains("The pack says: Living with an auto-immune disease", "version 1");
        assertThat(operator.submit(form, "/communities", Map.of("pack", "autoimmune.en", "name", name))
                        .text())
                .contains("This address is taken");
        assertThat(operator.get("/packs").status()).isEqualTo(200);
        assertThat(operator.get("/packs/drink-less/en").text()).contains("Crisis lines for");
        assertThat(stranger.get("/packs/schema").body()).contains("json-schema.org");
    }

    @Test
    void helpIsThereForEverybodyInTheirCountry() {
        assertThat(marama.get("/help").text()).contains("111");
        assertThat(stranger.get("/help?country=GB").text()).contains("999", "Samaritans");
        var slug = place("drink-less", Community.Joining.OPEN, Community.Visibility.OPEN_TO_READ);
        assertThat(stranger.get("/help/" + slug + "?country=NZ").text()).contains("Before you stop suddenly", "111");
        var hidden = place("drink-less", Community.Joining.INVITATION, Community.Visibility.PRIVATE);
        assertThat(stranger.get("/help/" + hidden).status()).isEqualTo(404);
    }

    @Test
    void germanPagesSpeakGerman() {
        assertThat(new Visitor(port).speaking("de").get("/").text()).contains("Du musst das nicht allein schaffen");
        assertThat(stranger.get("/communities").status()).isEqualTo(200);
    }

    @Test
    void peopleWhoArriveTogetherBringTheirAnswersAndErasureTakesThemAway() {
        var slug = open("quit-smoking");
        var community = communities.find(anaHerself, slug).community().id();
        var tane = cast.person("Tane");
        var arrival = new Gatherings.Arrival(
                tane.member(),
                Role.PRACTITIONER,
                java.time.Instant.parse("2026-09-23T00:00:00Z"),
                true,
                "Quit adviser",
                "Here on weekdays.",
                List.of(Told.words("own-reason", "My own father", false)));
        gatherings.arriveAsHouse(community, List.of(arrival));
        gatherings.arriveAsHouse(community, List.of(arrival));
        var place = communities.find(tane, slug);
        assertThat(place.mayWrite()).isTrue();
        assertThat(data.export(tane.member()).toString())
                .contains("My own father", "Quit adviser")
                .doesNotContain("Marama");
        data.erase(tane.member());
        data.erase(tane.member());
        assertThat(data.export(tane.member()).toString()).doesNotContain("My own father", "Quit adviser", "weekdays");
    }
}
