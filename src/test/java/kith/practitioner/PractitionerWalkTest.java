package kith.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kith.SignIn;
import kith.Visitor;
import kith.community.CommunityId;
import kith.community.Founding;
import kith.community.Memberships;
import kith.community.Packs;
import kith.community.Role;
import kith.house.TestHouse;
import kith.identity.MemberId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Ruth is a nurse and wants to say so; Ana and Ben make sure, and Marama reads what came of it. All of them without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class PractitionerWalkTest {
    private static final String PDF = "%PDF-1.7 canary: practising certificate of Ruth";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Founding founding;

    @Autowired
    Memberships memberships;

    @Autowired
    Practitioners practitioners;

    @Autowired
    Expiries expiries;

    private final Map<String, MemberId> ids = new HashMap<>();
    private String slug = "";
    private CommunityId here = new CommunityId(new UUID(0, 0));

    @BeforeEach
    void settle() {
        settle("autoimmune");
    }

    private void settle(String name) {
        slug = "slow-" + Long.toString(System.nanoTime(), 36);
        var pack = Packs.shipped().newest(name, "en").orElseThrow();
        here = founding.foundAsHouse(new Founding.Wish(pack, "Slow mornings", slug));
        join("Marama", Role.MEMBER);
        join("Ruth", Role.MEMBER);
        join("Ana", Role.MANAGER);
        join("Ben", Role.MODERATOR);
        sql.sql("update community.membership set guidelines = 99, onboarded = true where community_id = :here")
                .param("here", here.value())
                .update();
    }

    @Test
    void ruthIsCheckedByOneAndConfirmedByAnotherAndNobodyChecksThemselves() {
        var ruth = visitor("Ruth");
        var path = apply(ruth);
        assertThat(ruth.get(path).text()).contains("A manager looks you up", "Nursing Council of New Zealand");
        assertThat(visitor("Marama").get(path).status()).isEqualTo(404);
        assertThat(visitor("Marama").get(path + "/evidence").status()).isEqualTo(404);
        assertThat(visitor("Ben").get(path + "/evidence").status())
                .as("not his to check yet")
                .isEqualTo(404);
        assertThat(sql.sql(
                                "select sealed from practitioner.evidence e join practitioner.application a on a.id = e.application_id where a.community_id = :here")
                        .param("here", here.value())
                        .query(byte[].class)
                        .single())
                .as("sealed with the house's key")
                .asString(StandardCharsets.ISO_8859_1)
                .doesNotContain("canary");

        var ana = visitor("Ana");
        assertThat(ana.get("/round/" + slug).text()).contains("Rheumatology nurse", "Asks to speak as a practitioner");
        var evidence = ana.get(path + "/evidence");
        assertThat(evidence.body()).isEqualTo(PDF);
        assertThat(evidence.header("Content-Disposition")).startsWith("attachment");
        assertThat(ruth.post(path + "/checks", Map.of("way", "register", "words", "It is me"))
                        .status())
                .isEqualTo(404);
        assertThat(practitioners.inAsHouse(here, Instant.now())).isEmpty();
    }

    @Test
    void afterTheSecondOneTheMarkIsThereAndTheEvidenceIsGone() {
        var path = apply(visitor("Ruth"));
        var ana = visitor("Ana");
        var unsaid = ana.submit(ana.get(path), path + "/checks", Map.of());
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Please say how you made sure");
        ana.submit(ana.get(path), path + "/checks", Map.of("way", "register", "words", "On the register today"));
        assertThat(practitioners.inAsHouse(here, Instant.now()))
                .as("one is not enough here")
                .isEmpty();
        assertThat(ana.get(path).text()).contains("whoever checked it first cannot");
        var ben = visitor("Ben");
        assertThat(ben.get("/round/" + slug).text()).contains("Was checked by one");
        ben.submit(ben.get(path), path + "/checks", Map.of("words", "Looked, too"));

        assertThat(practitioners.inAsHouse(here, Instant.now()))
                .singleElement()
                .satisfies(one -> assertThat(one.profession()).isEqualTo("Rheumatology nurse"));
        assertThat(practitioners.valid(ids.get("Ruth"), here, Instant.now()))
                .get()
                .extracting(Mark::current)
                .isEqualTo(true);
        assertThat(sql.sql(
                                "select count(*) from practitioner.evidence e join practitioner.application a on a.id = e.application_id where a.community_id = :here")
                        .param("here", here.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        var ruth = visitor("Ruth");
        assertThat(ruth.get(path).text())
                .contains("Welcome", "Nothing that was uploaded is kept")
                .doesNotContain("On the register today");
        assertThat(ruth.get("/notices").text()).contains("You can speak as a practitioner now");
        var marama = visitor("Marama");
        assertThat(marama.get("/practitioners/" + slug).text())
                .contains("Ruth", "Rheumatology nurse", "not a diagnosis")
                .doesNotContain("123456");
        assertThat(marama.get("/members/" + slug + "/" + ids.get("Ruth")).text())
                .contains("What they take on");
    }

    @Test
    void aRefusalSaysWhyAndRuthCanAskAgain() {
        var path = apply(visitor("Ruth"));
        var ana = visitor("Ana");
        assertThat(ana.submit(ana.get(path), path + "/refusals", Map.of("reason", " "))
                        .status())
                .isEqualTo(422);
        ana.submit(ana.get(path), path + "/refusals", Map.of("reason", "The number belongs to somebody else."));
        var ruth = visitor("Ruth");
        assertThat(ruth.get(path).text()).contains("Not this time", "belongs to somebody else");
        assertThat(ruth.get("/applications/" + slug + "/new").text()).contains("Registration number");
    }

    @Test
    void aMonthBeforeItEndsSomebodyOwesALookAndAfterItTheMarkIsGoneAtOnce() {
        settle("quit-smoking");
        var path = apply(visitor("Ruth"));
        var ana = visitor("Ana");
        ana.submit(ana.get(path), path + "/checks", Map.of("way", "register", "words", "On the register today"));
        assertThat(practitioners.inAsHouse(here, Instant.now())).hasSize(1);
        assertThat(ana.get("/round/" + slug).text()).contains("Nobody is waiting");

        sql.sql(
                        "update practitioner.credential set valid_until = current_date + 20, ends_at = now() + interval '20 days' where community_id = :here")
                .param("here", here.value())
                .update();
        expiries.look();
        expiries.look();
        assertThat(ana.get("/round/" + slug).text()).contains("A credential that runs out soon");
        assertThat(visitor("Ruth").get("/notices").text()).containsOnlyOnce("Your credential here counts until");

        sql.sql("update practitioner.credential set ends_at = now() - interval '1 second' where community_id = :here")
                .param("here", here.value())
                .update();
        assertThat(practitioners.inAsHouse(here, Instant.now())).isEmpty();
        assertThat(visitor("Marama").get("/members/" + slug).text()).doesNotContain("Rheumatology nurse");
        assertThat(practitioners.valid(ids.get("Ruth"), here, Instant.now()))
                .get()
                .extracting(Mark::current)
                .isEqualTo(false);

        var again = apply(visitor("Ruth"));
        ana.submit(ana.get(again), again + "/checks", Map.of("way", "employer", "words", "Spoke with the ward"));
        assertThat(practitioners.inAsHouse(here, Instant.now())).hasSize(1);
        assertThat(ana.get("/round/" + slug).text()).contains("Nobody is waiting");
    }

    @Test
    void whoIsMadeAPlainMemberAgainSpeaksAsAPractitionerNoMore() {
        settle("quit-smoking");
        var path = apply(visitor("Ruth"));
        var ana = visitor("Ana");
        ana.submit(ana.get(path), path + "/checks", Map.of("way", "register", "words", "On the register today"));
        var card = "/members/" + slug + "/" + ids.get("Ruth");
        ana.submit(ana.get(card), card, Map.of("role", "MEMBER"));
        assertThat(practitioners.inAsHouse(here, Instant.now())).isEmpty();
    }

    @Test
    void ruthSaysWhenSheIsThere() {
        settle("quit-smoking");
        var path = apply(visitor("Ruth"));
        var ana = visitor("Ana");
        ana.submit(ana.get(path), path + "/checks", Map.of("way", "register", "words", "On the register today"));
        var ruth = visitor("Ruth");
        var bounds = "/boundaries/" + slug;
        var half = ruth.submit(ruth.get(bounds), bounds, Map.of("monday-from", "09:00", "zone", "Pacific/Auckland"));
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.page().selectFirst("input[name=monday-from]").attr("value"))
                .isEqualTo("09:00");
        ruth.submit(
                ruth.get(bounds),
                bounds,
                Map.of(
                        "monday-from",
                        "09:00",
                        "monday-to",
                        "12:00",
                        "zone",
                        "Pacific/Auckland",
                        "daily",
                        "3",
                        "offDuty",
                        "Back on Monday."));
        assertThat(practitioners.inAsHouse(here, Instant.now()))
                .singleElement()
                .satisfies(one -> assertThat(one.bounds().daily()).isEqualTo(3));
        assertThat(visitor("Marama")
                        .get("/practitioners/" + slug + "/" + ids.get("Ruth"))
                        .text())
                .contains("Monday 09:00–12:00", "help near you");
        assertThat(visitor("Marama").get(bounds).status()).isEqualTo(404);
    }

    /** Sends the form with a file, and gives the path of the application. */
    private String apply(Visitor who) {
        var shown = who.get("/applications/" + slug + "/new");
        var boundary = "kith-test";
        var fields = new StringBuilder();
        Map.of(
                        "profession", "Rheumatology nurse",
                        "register", "ncnz",
                        "number", "123456",
                        "jurisdiction", "New Zealand",
                        "sentence", "Medicines for joints",
                        "languages", "en",
                        "until", LocalDate.now().plusDays(200).toString())
                .forEach((name, value) ->
                        fields.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, value)));
        fields.append(
                "--%s\r\nContent-Disposition: form-data; name=\"evidence\"; filename=\"c.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(boundary, PDF, boundary));
        assertThat(shown.status()).isEqualTo(200);
        var sent = who.send(
                "/applications/" + slug,
                java.net.http.HttpRequest.BodyPublishers.ofString(fields.toString()),
                "multipart/form-data; boundary=" + boundary);
        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
        return sent.to();
    }

    private void join(String name, Role role) {
        var id = MemberId.next();
        ids.put(name, id);
        sql.sql(
                        "insert into identity.account (id, email, name, name_key, status) values (:id, :email, :name, :key, 'ACTIVE')")
                .param("id", id.value())
                .param("email", id + "@example.org")
                .param("name", name)
                .param("key", name + id)
                .update();
        memberships.addAsHouse(here, id, role);
    }

    private Visitor visitor(String name) {
        return SignIn.as(sql, port, ids.get(name));
    }
}
