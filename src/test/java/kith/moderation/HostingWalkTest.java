package kith.moderation;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Marama worries about a note that Tane pinned up; Ana, Ben and Mia are hosts. All of them without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
@Import(Letterbox.class)
class HostingWalkTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Founding founding;

    @Autowired
    Memberships memberships;

    @Autowired
    Letterbox wall;

    @Autowired
    ModerationData data;

    private final Map<String, MemberId> ids = new HashMap<>();
    private String slug = "";
    private CommunityId here = new CommunityId(new UUID(0, 0));
    private UUID note = new UUID(0, 0);

    @BeforeEach
    void settle() {
        slug = "slow-" + Long.toString(System.nanoTime(), 36);
        var pack = Packs.shipped().newest("autoimmune", "en").orElseThrow();
        here = founding.foundAsHouse(new Founding.Wish(pack, "Slow mornings", slug));
        join("Marama", Role.MEMBER);
        join("Jo", Role.MEMBER);
        join("Tane", Role.MEMBER);
        join("Ana", Role.MANAGER);
        join("Ben", Role.MODERATOR);
        note = wall.pin(here, ids.get("Tane"), "canary: just stop your tablets");
        wall.readers.addAll(ids.values());
    }

    @Test
    void aReportReachesARoundAndItsReporterHearsWhatBecameOfIt() {
        var marama = visitor("Marama");
        var asked = marama.get("/reports/new?note=" + note);
        assertThat(asked.text()).contains("What worries you?", "just stop your tablets", "emergency number");
        var refused = marama.submit(asked, "/reports", Map.of("words", "please look"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("textarea[name=words]").wholeText())
                .contains("please look");
        var receipt = report(marama, "DANGEROUS_ADVICE");
        assertThat(marama.get(receipt).text()).contains("Thank you. We have it.", "A person, not a machine");

        var ana = visitor("Ana");
        var round = ana.get("/round/" + slug);
        assertThat(round.text())
                .contains("A note", "Tane", "Advice that could harm", "3 hours left", "about 5 minutes");
        ana.submit(round, round.page().selectFirst("form[action$=claim]").attr("action"), Map.of());
        assertThat(ana.get("/round/" + slug).text()).contains("In your hands");
        assertThat(visitor("Ben").get("/round/" + slug).text()).contains("Nobody is waiting");

        var decided = decide(ana, "HIDE", "toWriter", "This could harm somebody. Please ask the nurse first.");
        assertThat(decided.status()).isEqualTo(303);
        assertThat(wall.hidden).contains(note);
        assertThat(marama.get(receipt).text()).contains("it is no longer shown").doesNotContain("Ana", "Ben");
        assertThat(ana.get("/round/" + slug).text()).contains("Nobody is waiting");
        assertThat(visitor("Tane").get("/standing/" + slug).text())
                .contains("Something you wrote is no longer shown", "ask the nurse")
                .doesNotContain("Marama");
        assertThat(outcome()).isEqualTo("MET");
        assertThat(mailsTo("Tane"))
                .singleElement()
                .asString()
                .contains("Your hosts wrote to you")
                .doesNotContain("harm");
        assertThat(mailsTo("Marama")).singleElement().asString().contains("News about what you told the hosts");
        assertThat(sql.sql("select count(*) from audit.entry where verb = 'case.decided' and actor = :ana")
                        .param("ana", ids.get("Ana").value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void manyReportsOfOneThingAreOneCaseAndTheWorstCounts() {
        report(visitor("Jo"), "UNKIND");
        var first = report(visitor("Marama"), "WORRIED");
        assertThat(report(visitor("Marama"), "WORRIED")).as("the same receipt").isEqualTo(first);

        assertThat(count("moderation.case")).isEqualTo(1);
        assertThat(count("duty.duty")).isEqualTo(1);
        assertThat(visitor("Ana").get("/round/" + slug).text()).contains("I worry about this person", "1 hour left");
        assertThat(visitor("Ana").get(file()).text()).contains("2 people are worried", "Jo", "Marama");
    }

    @Test
    void aPauseSaysWhyAndUntilWhenAndIsLifted() {
        report(visitor("Marama"), "UNKIND");
        var ben = visitor("Ben");
        assertThat(decide(ben, "PAUSE", "toWriter", "Please rest a little.").status())
                .as("no date")
                .isEqualTo(422);
        var until = LocalDate.now().plusDays(7).toString();
        decide(ben, "PAUSE", "toWriter", "Please rest a little.", "until", until);

        assertThat(standing("Tane")).isEqualTo("PAUSED");
        assertThat(visitor("Tane").get("/standing/" + slug).text())
                .contains("A rest from writing", "Please rest a little.", "Ana")
                .doesNotContain("Marama");
        decide(ben, "LIFT");
        assertThat(standing("Tane")).isEqualTo("ACTIVE");
        decide(visitor("Ana"), "UNDO");
        assertThat(visitor("Ana").get("/round/" + slug).text()).contains("A note");
        assertThat(count("moderation.decision")).isEqualTo(3);
    }

    @Test
    void anUndoneHidingShowsItAgainAndOwesALook() {
        report(visitor("Marama"), "UNKIND");
        decide(visitor("Ana"), "HIDE", "toWriter", "Too harsh.");
        decide(visitor("Ana"), "UNDO");

        assertThat(wall.hidden).doesNotContain(note);
        assertThat(visitor("Ben").get("/cases/" + slug).text()).contains("A note");
        assertThat(visitor("Marama").get("/reports").text()).contains("A person looks at it by");
    }

    @Test
    void nobodyDecidesACaseAboutThemselvesOrOneThatAnotherHolds() {
        note = wall.pin(here, ids.get("Ben"), "a harsh word");
        report(visitor("Marama"), "UNKIND");
        var ben = visitor("Ben");
        assertThat(ben.get(file()).text()).contains("This is about you").doesNotContain("Marama");
        assertThat(ben.get("/cases/" + slug).text()).doesNotContain("A note");
        assertThat(ben.post(file() + "/decisions", Map.of("kind", "NOTHING", "toReporter", "fine"))
                        .text())
                .contains("This is about you");
        assertThat(count("moderation.decision")).isZero();

        join("Mia", Role.MODERATOR);
        var mia = visitor("Mia");
        assertThat(decide(
                                mia,
                                "PAUSE",
                                "toWriter",
                                "x",
                                "until",
                                LocalDate.now().plusDays(2).toString())
                        .text())
                .contains("Only a manager can pause hosts");
        var round = mia.get("/round/" + slug);
        mia.submit(round, round.page().selectFirst("form[action$=claim]").attr("action"), Map.of());
        assertThat(decide(visitor("Ana"), "NOTHING", "toReporter", "Thank you").text())
                .contains("Somebody else has just taken this");
        assertThat(count("moderation.decision")).isZero();
    }

    @Test
    void whatIsNotYoursIsNotHere() {
        var receipt = report(visitor("Marama"), "OTHER");
        assertThat(visitor("Jo").get(receipt).status()).isEqualTo(404);
        for (var path : new String[] {"/cases/" + slug, file(), "/round/" + slug}) {
            assertThat(visitor("Marama").get(path).status()).as(path).isEqualTo(404);
        }
        wall.readers.remove(ids.get("Jo"));
        assertThat(visitor("Jo").get("/reports/new?note=" + note).status()).isEqualTo(404);
        assertThat(joReportsUnasked().status()).isEqualTo(404);
        assertThat(visitor("Jo").get("/reports/new?member=" + ids.get("Tane")).text())
                .contains("Tane");
        assertThat(visitor("Jo").get("/reports/new?member=" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void whatWasSaidGoesWithThePerson() {
        report(visitor("Marama"), "UNKIND");
        decide(visitor("Ana"), "TALK", "toWriter", "canary-letter");
        assertThat(data.export(ids.get("Tane")).toString())
                .contains("canary", "canary-letter")
                .doesNotContain(ids.get("Marama").toString());

        data.erase(ids.get("Tane"));
        data.erase(ids.get("Marama"));

        assertThat(visitor("Ana").get(file()).body()).doesNotContain("canary");
        assertThat(data.export(ids.get("Tane")).toString()).doesNotContain("canary");
    }

    @Test
    void theTwentyFirstReportOfAnHourHasToWait() {
        for (var i = 0; i < 20; i++) {
            note = wall.pin(here, ids.get("Tane"), "note " + i);
            report(visitor("Jo"), "OTHER");
        }
        note = wall.pin(here, ids.get("Tane"), "one more");
        assertThat(joReportsUnasked().status()).isEqualTo(429);
    }

    @Test
    void hostsWithoutWorkArePraisedForResting() {
        assertThat(visitor("Ana").get("/rounds").text()).contains("Slow mornings", "Nobody is waiting", "Have a rest");
        assertThat(visitor("Ana").speaking("de").get("/rounds").status()).isEqualTo(200);
        assertThat(visitor("Tane").get("/standing/" + slug).text()).contains("All is well");
    }

    private String report(Visitor who, String reason) {
        var asked = who.get("/reports/new?note=" + note);
        return who.submit(asked, "/reports", Map.of("reason", reason, "words", "words"))
                .location();
    }

    /** Jo sends the form that was never shown to her. */
    private Visitor.Answer joReportsUnasked() {
        var jo = visitor("Jo");
        jo.get("/reports");
        return jo.post("/reports", Map.of("kind", "note", "id", note.toString(), "reason", "OTHER"));
    }

    private Visitor.Answer decide(Visitor host, String kind, String... fields) {
        var all = new HashMap<String, String>();
        all.put("kind", kind);
        for (var i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return host.submit(host.get(file()), file() + "/decisions", all);
    }

    private String file() {
        return "/cases/" + slug + "/"
                + sql.sql("select id from moderation.case where community_id = :here order by id desc limit 1")
                        .param("here", here.value())
                        .query(UUID.class)
                        .single();
    }

    private int count(String table) {
        var which = table.equals("moderation.decision")
                ? "moderation.decision where case_id in (select id from moderation.case where community_id = :here)"
                : table + " where community_id = :here";
        return sql.sql("select count(*) from " + which)
                .param("here", here.value())
                .query(Integer.class)
                .single();
    }

    private String outcome() {
        return sql.sql("select outcome from duty.history where community_id = :here")
                .param("here", here.value())
                .query(String.class)
                .single();
    }

    private java.util.List<String> mailsTo(String name) {
        return sql.sql("select subject || body from notification.mail where account_id = :who")
                .param("who", ids.get(name).value())
                .query(String.class)
                .list();
    }

    private String standing(String name) {
        return sql.sql("select standing from community.belonging where community_id = :here and account_id = :who")
                .param("here", here.value())
                .param("who", ids.get(name).value())
                .query(String.class)
                .single();
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
        wall.readers.add(id);
    }

    /** Somebody signed in, in a browser of their own. */
    private Visitor visitor(String name) {
        return SignIn.as(sql, port, ids.get(name));
    }
}
