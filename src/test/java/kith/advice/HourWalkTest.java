package kith.advice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.Visitor;
import kith.identity.MemberId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ruth plans an hour, Marama and Jo put questions to it. All of them without scripts. */
class HourWalkTest extends AdviceWalk {
    @Autowired
    HourTelling telling;

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
        assertThat(put(marama, path, "Why is the morning worst?", "name").status())
                .isEqualTo(303);
        var jo = visitor("Jo");
        assertThat(put(jo, path, "Does a nap help?", "anonymous").status()).isEqualTo(303);
        var kept = visitor("Ana")
                .post(
                        path + "/questions",
                        Map.of(
                                "section",
                                section(),
                                "title",
                                "And one too many?",
                                "body",
                                "I typed this.",
                                "as",
                                "name"));
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
        assertThat(jo.post(nap, Map.of()).status())
                .as("nobody supports their own")
                .isEqualTo(404);
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

    @Test
    void whoeverWantedToComeIsToldOnceBeforeAndOnceThatItIsCalledOff() {
        var ruth = visitor("Ruth");
        var path = plan(ruth, Map.of()).location();
        var marama = visitor("Marama");
        put(marama, path, "Why is the morning worst?", "name");
        var jo = visitor("Jo");
        jo.submit(jo.get(path), path + "/reminder", Map.of());
        assertThat(jo.get(path).text()).contains("Do not remind me");
        var ana = visitor("Ana");
        ana.submit(ana.get(path), path + "/reminder", Map.of());
        ana.submit(ana.get(path), path + "/reminder/removal", Map.of());
        telling.remind();
        var supporter = visitor("Farah");
        var support =
                supporter.get(path).page().selectFirst("form[action$=/support]").attr("action");
        supporter.submit(supporter.get(path), support, Map.of());
        assertThat(supporter.get(path).text())
                .as("who wants to hear is reminded")
                .contains("Do not remind me");
        assertThat(told("advice.hour-soon")).as("three days before").isEmpty();

        move(path, "now() + interval '40 minutes'");
        assertThat(ana.get(path).text()).as("too late to be reminded").doesNotContain("Remind me");
        telling.remind();
        telling.remind();
        assertThat(told("advice.hour-soon")).containsExactlyInAnyOrder("Marama", "Jo", "Ruth", "Farah");
        assertThat(jo.get("/notices").text()).contains("The live hour “Sleep and stiffness” begins on");
        ruth.submit(ruth.get(path), path + "/removal", Map.of());
        assertThat(told("advice.hour-off")).containsExactlyInAnyOrder("Marama", "Jo", "Farah");
        assertThat(sql.sql("""
                                select count(*) from duty.duty d join advice.question q on d.cause = 'question:' || q.id
                                where q.community_id = :here and d.outcome is null and d.due_at = q.due_at and d.due_at < now() + interval '25 hours' and d.opened_at <= now()""").param("here", here.value()).query(Integer.class).single())
                .as("promised from today, not from an hour that is not held")
                .isEqualTo(1);
    }

    /** Twenty questions for one hour leave room for what is asked on other days. */
    @Test
    void whatIsGatheredForAnHourFillsNobodysDay() {
        sql.sql("""
                        insert into practitioner.boundaries (community_id, member_id, zone, hours, daily, open, declined, starts_private, off_duty)
                        select :here, id, 'UTC', '{}', 1, 1, '{}', true, '' from unnest(cast(:who as uuid[])) w (id)""")
                .param("here", here.value())
                .param("who", new String[] {
                    ids.get("Ruth").toString(), ids.get("Farah").toString()
                })
                .update();
        var path = plan(visitor("Ruth"), Map.of()).location();
        for (var n = 0; n < 3; n++) {
            put(visitor("Marama"), path, "Question " + n, "name");
        }
        assertThat(held("Ruth")).isEqualTo(3);
        assertThat(held("Farah")).isZero();
        for (var n = 0; n < 2; n++) {
            visitor("Jo")
                    .post(
                            "/questions/" + slug,
                            Map.of(
                                    "section",
                                    section(),
                                    "title",
                                    "Now " + n,
                                    "body",
                                    "How?",
                                    "audience",
                                    "all",
                                    "as",
                                    "name"));
        }
        assertThat(held("Ruth")).as("one more, as on any day").isEqualTo(4);
        assertThat(held("Farah")).isEqualTo(1);
    }

    /** Planned, asked and supported on phones by keyboard; while it is on, answers appear on the pages of those who are there. */
    @Test
    @Tag("browser")
    void anHourIsHeldAndItsAnswersAppearByThemselves() {
        found("quit-smoking");
        var planning = phone("Ruth", "/hours/" + slug + "/new");
        clean(planning);
        planning.getByLabel("What is it about?").fill("The first evening");
        planning.getByLabel("When does it start?")
                .fill(LocalDateTime.now(ZoneOffset.UTC)
                        .plusDays(2)
                        .withNano(0)
                        .withSecond(0)
                        .toString());
        planning.locator("form[action^='/hours/'] .submit button").press("Enter");
        assertThat(planning.locator("h1")).containsText("The first evening");
        clean(planning);
        var path = path(planning);

        var asking = phone("Marama", path);
        asking.getByLabel("Your question in one line").fill("What helps at ten?");
        asking.locator("form[action$='/questions'] .submit button").press("Enter");
        assertThat(asking.locator("main")).containsText("Please say a little more");
        assertThat(asking.getByLabel("Your question in one line")).hasValue("What helps at ten?");
        clean(asking);
        asking.locator("textarea[name=body]").fill("The dishes are done and I want one.");
        asking.locator("form[action$='/questions'] .submit button").press("Enter");
        assertThat(asking.locator("ul.topics")).containsText("What helps at ten?");

        var hearing = phone("Jo", path);
        hearing.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Me too: What helps at ten?"))
                .press("Enter");
        assertThat(asking.locator("ul.topics")).containsText("One other would like to hear this");
        move(path, "now() - interval '5 minutes'");
        hearing.navigate("http://localhost:" + port + path);
        assertThat(hearing.locator("main")).containsText("It is on now");
        clean(hearing);

        var waiting = phone("Jo", path);
        waiting.locator("a.title").press("Enter");
        assertThat(waiting.locator("#stands")).containsText("promised by");
        var answering = phone("Ruth", path);
        answering.locator("a.title").press("Enter");
        answering.locator("textarea[name=body]").fill("Leave the kitchen for a quarter of an hour.");
        answering.locator("#source-0").fill("A leaflet");
        answering.locator("form[action$='/answers'] .submit button").press("Enter");
        assertThat(answering.locator("main")).containsText("Leave the kitchen");
        assertThat(waiting.locator("main")).containsText("Leave the kitchen");
        assertThat(hearing.locator("ul.topics")).containsText("Answered");
        clean(waiting);
    }

    private static String path(Page page) {
        return page.url().replaceAll("^https?://[^/]+|\\?.*|#.*", "");
    }

    /** Lets it begin at another time, an hour long. */
    private void move(String path, String at) {
        sql.sql("update advice.hour set starts_at = " + at + ", ends_at = " + at
                        + " + interval '1 hour' where id = :id")
                .param("id", UUID.fromString(path.substring("/hour/".length())))
                .update();
    }

    private List<String> told(String kind) {
        return sql.sql("""
                        select c.name from notification.notice n join notification.bundle b on b.id = n.bundle_id join identity.card c on c.id = n.account_id
                        where n.kind = :kind and n.account_id in (:ours)""")
                .param("kind", kind)
                .param("ours", ids.values().stream().map(MemberId::value).toList())
                .query(String.class)
                .list();
    }

    private int held(String who) {
        return sql.sql("select count(*) from duty.duty where holder = :who and outcome is null")
                .param("who", ids.get(who).value())
                .query(Integer.class)
                .single();
    }

    private Visitor.Answer plan(Visitor who, Map<String, String> more) {
        var fields = new HashMap<>(Map.of(
                "title",
                "Sleep and stiffness",
                "starts",
                LocalDateTime.now(ZoneOffset.UTC)
                        .plusDays(3)
                        .withNano(0)
                        .withSecond(0)
                        .toString(),
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

    private static List<String> titles(Visitor.Answer page) {
        return page.page().select("a.title").eachText();
    }
}
