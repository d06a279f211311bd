package kith.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An answer of Ruth's whose day comes near: she looks at it again, or, where she is gone or handed it over, Farah does. */
class ReviewWalkTest extends AdviceWalk {
    private static final String TITLE = "Do patches and gum go together?";

    @Autowired
    ReviewDuty reviews;

    private String path = "";

    @BeforeEach
    void answered() {
        found("quit-smoking");
        path = given("Ruth", TITLE);
        answer(visitor("Ruth"), path);
        sql.sql("update advice.entry set valid_until = current_date + 20 where question_id = :id")
                .param("id", id(path))
                .update();
    }

    @Test
    void whoWroteItLooksAtItAndIsAskedOnce() {
        reviews.open();
        var ruth = visitor("Ruth");
        assertThat(ruth.get("/round/" + slug).text()).contains(TITLE, "Is this answer still right?");
        assertThat(visitor("Farah").get("/round/" + slug).text()).doesNotContain(TITLE);
        assertThat(visitor("Farah").get(path).body()).doesNotContain("/review");
        assertThat(visitor("Farah")
                        .post(path + "/answers/" + entry() + "/review", Map.of())
                        .status())
                .isEqualTo(404);
        reviews.open();
        ruth.submit(ruth.get(path), path + "/answers/" + entry() + "/review", Map.of());
        assertThat(owed(ReviewDuty.KIND)).isZero();
        reviews.open();
        assertThat(owed(ReviewDuty.KIND)).isZero();
    }

    @Test
    void whatSheHandedOverStaysWithFarah() {
        reviews.open();
        var ruth = visitor("Ruth");
        var round = ruth.get("/round/" + slug);
        var handing = round.page().selectFirst("form[action$=/handing]").attr("action");
        ruth.submit(round, handing, Map.of("to", ids.get("Farah").toString(), "note", "You know gum better."));
        reviews.open();
        assertThat(ruth.get("/round/" + slug).text()).doesNotContain("Is this answer still right?");
        var farah = visitor("Farah");
        assertThat(farah.get("/round/" + slug).text()).contains("Is this answer still right?", "You know gum better.");
        assertThat(farah.get(path).text()).contains("Is it still right?", "Still right");
        farah.submit(farah.get(path), path + "/answers/" + entry() + "/review", Map.of());
        assertThat(owed(ReviewDuty.KIND)).isZero();
        assertThat(farah.get(path).body()).doesNotContain("/review");
    }

    @Test
    void whereSheIsGoneFarahPutsItRightUnderHerOwnName() {
        var ruth = visitor("Ruth");
        var leaving = "/memberships/" + slug + "/end";
        ruth.submit(ruth.get(leaving), leaving, Map.of());
        visitor("Jo").get(path);
        reviews.open();
        var farah = visitor("Farah");
        assertThat(farah.get("/round/" + slug).text()).contains(TITLE, "Is this answer still right?");
        var answer = path + "/answers/" + entry();
        for (var nobody : new String[] {"Jo", "Ana", "Marama"}) {
            assertThat(visitor(nobody).get(answer + "/edit").status())
                    .as(nobody)
                    .isEqualTo(404);
        }
        var edit = farah.get(answer + "/edit");
        assertThat(edit.text()).contains("stands under your name from then on");
        var fields = Map.of(
                "body", "Two days after.", "until", UNTIL, "source-0", "Guide", "reason", "The guide has changed");
        sql.sql("update practitioner.credential set ends_at = now() - interval '1 minute' where member_id = :who")
                .param("who", ids.get("Farah").value())
                .update();
        var expired = farah.submit(edit, answer, fields);
        assertThat(expired.status()).isEqualTo(422);
        assertThat(expired.page().selectFirst("textarea[name=body]").wholeText())
                .contains("Two days after.");
        sql.sql("update practitioner.credential set ends_at = now() + interval '9 days' where member_id = :who")
                .param("who", ids.get("Farah").value())
                .update();
        farah.submit(farah.get(answer + "/edit"), answer, fields);
        assertThat(visitor("Jo").get(path).text())
                .contains("Two days after.", "Farah", "by Farah: The guide has changed", "usually the day after");
        assertThat(visitor("Jo")
                        .get(path)
                        .page()
                        .selectFirst("#answer-" + entry() + " header")
                        .text())
                .contains("Farah")
                .doesNotContain("Ruth");
        assertThat(visitor("Jo").get("/notices").text()).contains("was put right");
        assertThat(owed(ReviewDuty.KIND)).isZero();
    }

    private UUID entry() {
        return sql.sql("select id from advice.entry where question_id = :id and kind = 'ANSWER'")
                .param("id", id(path))
                .query(UUID.class)
                .single();
    }
}
