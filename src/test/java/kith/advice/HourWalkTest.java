package kith.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kith.Visitor;
import kith.community.CommunityId;
import kith.community.Founding;
import kith.community.Memberships;
import kith.community.Packs;
import kith.community.Role;
import kith.house.TestHouse;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Ruth plans an hour, Marama and Jo put questions to it. All of them without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class HourWalkTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Founding founding;

    @Autowired
    Memberships memberships;

    private final Map<String, MemberId> ids = new HashMap<>();
    private String slug = "";
    private CommunityId here = new CommunityId(new UUID(0, 0));

    private void found(String pack) {
        slug = "advice-" + Long.toString(System.nanoTime(), 36);
        here = founding.foundAsHouse(
                new Founding.Wish(Packs.shipped().newest(pack, "en").orElseThrow(), "Slow mornings", slug));
        join("Marama", Role.MEMBER);
        join("Jo", Role.MEMBER);
        join("Ana", Role.MANAGER);
        nurse("Ruth");
        nurse("Farah");
    }

    @BeforeEach
    void settle() {
        found("autoimmune");
    }

    @Test
    void anHourIsPlannedFilledSupportedAndKeptInACalendar() {
        var ruth = visitor("Ruth");
        var late = plan(ruth, Map.of("starts", "2020-01-01T18:00"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("choose a time to come");
        assertThat(late.page().selectFirst("input[name=title]").val()).isEqualTo("Sleep and stiffness");
        assertThat(plan(ruth, Map.of("most", "many")).status()).isEqualTo(422);
        assertThat(visitor("Marama").get("/hours/" + slug + "/new").status())
                .as("members plan none")
                .isEqualTo(404);

        var path = plan(ruth, Map.of("most", "2")).location();
        var marama = visitor("Marama");
        assertThat(marama.get("/hours/" + slug).text()).contains("Sleep and stiffness", "Ruth");
        var bare = marama.submit(marama.get(path), path + "/questions", Map.of("body", "It began in May."));
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.page().selectFirst("textarea[name=body]").wholeText()).contains("It began in May.");
        assertThat(put(marama, path, "Why is the morning worst?", "name").status()).isEqualTo(303);
        var jo = visitor("Jo");
        assertThat(put(jo, path, "Does a nap help?", "anonymous").status()).isEqualTo(303);
        var kept = visitor("Ana")
                .post(
                        path + "/questions",
                        Map.of("section", section(), "title", "And one too many?", "body", "I typed this.", "as", "name"));
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.text()).contains("filled up");
        assertThat(kept.page().selectFirst("input[name=title]").val()).isEqualTo("And one too many?");

        assertThat(titles(marama.get(path))).containsExactly("Why is the morning worst?", "Does a nap help?");
        var nap = marama.get(path).page().selectFirst("form[action$=/support]").attr("action");
        marama.submit(marama.get(path), nap, Map.of());
        assertThat(marama.post(nap, Map.of()).status()).as("once is enough").isEqualTo(303);
        var seen = ruth.get(path);
        assertThat(titles(seen)).containsExactly("Does a nap help?", "Why is the morning worst?");
        assertThat(seen.text()).contains("One other would like to hear this").doesNotContain("Marama", "Jo");
        assertThat(jo.post(nap, Map.of()).status()).as("nobody supports their own").isEqualTo(404);
        marama.submit(marama.get(path), nap + "/removal", Map.of());
        assertThat(titles(ruth.get(path))).containsExactly("Why is the morning worst?", "Does a nap help?");

        var question = seen.page().selectFirst("a.title").attr("href");
        assertThat(ruth.get(question).text()).contains("Your answer").doesNotContain("Jo");
        assertThat(sql.sql("""
                        select q.due_at > h.ends_at and q.look_at = h.ends_at from advice.gathered g join advice.question q on q.id = g.question_id
                        join advice.hour h on h.id = g.hour_id where q.id = :id""")
                        .param("id", UUID.fromString(question.substring("/question/".length())))
                        .query(Boolean.class)
                        .single())
                .as("promised from the end of the hour, and given on from then")
                .isTrue();

        assertThat(marama.get(path + "/calendar").body())
                .contains("BEGIN:VEVENT\r\nUID:", "SUMMARY:Kith: live hour\r\n", "STATUS:CONFIRMED")
                .doesNotContain("Sleep");
        assertThat(marama.post(path + "/removal", Map.of()).status()).isEqualTo(404);
        ruth.submit(ruth.get(path), path + "/removal", Map.of());
        assertThat(marama.get(path).text()).contains("was called off", "answered in writing");
        assertThat(titles(marama.get(path))).as("nothing is lost").hasSize(2);
        assertThat(marama.get(path + "/calendar").body()).contains("STATUS:CANCELLED");
    }

    private Visitor.Answer plan(Visitor who, Map<String, String> more) {
        var fields = new HashMap<>(Map.of(
                "title",
                "Sleep and stiffness",
                "starts",
                LocalDateTime.now(ZoneOffset.UTC).plusDays(3).withNano(0).withSecond(0).toString(),
                "minutes",
                "60",
                "most",
                "20"));
        fields.putAll(more);
        return who.submit(who.get("/hours/" + slug + "/new"), "/hours/" + slug, fields);
    }

    private Visitor.Answer put(Visitor who, String path, String title, String as) {
        return who.submit(
                who.get(path),
                path + "/questions",
                Map.of("section", section(), "title", title, "body", "I would like to know.", "as", as));
    }

    private static java.util.List<String> titles(Visitor.Answer page) {
        return page.page().select("a.title").eachText();
    }

    private String section() {
        return sql.sql(
                        "select slug from community.section where community_id = :here and not retired order by position limit 1")
                .param("here", here.value())
                .query(String.class)
                .single();
    }

    private void nurse(String name) {
        join(name, Role.PRACTITIONER);
        sql.sql("""
                        insert into practitioner.credential (id, community_id, member_id, profession, register, number, jurisdiction, scope, sentence, languages,
                            checked_on, valid_until, ends_at)
                        values (:id, :here, :who, 'Nurse', 'nz-nursing', '1', 'NZ', '{}', '', '{en}', current_date, current_date + 300, now() + interval '300 days')""")
                .param("id", Ids.next())
                .param("here", here.value())
                .param("who", ids.get(name).value())
                .update();
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
        sql.sql("update community.membership set guidelines = 100 where account_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Somebody signed in, in a browser of their own. */
    private Visitor visitor(String name) {
        var secret = UUID.randomUUID().toString();
        sql.sql("""
                        insert into identity.session (id, secret, account_id, device, started_at, seen_at, proved_at)
                        values (:id, :secret, :account, 'test', now(), now(), now())""")
                .param("id", Ids.next())
                .param("secret", hash(secret))
                .param("account", ids.get(name).value())
                .update();
        var visitor = new Visitor(port);
        visitor.cookies().put("__Host-kith", secret);
        return visitor;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
