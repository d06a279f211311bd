package kith.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kith.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An answer that waits for its second reader, when those change on whom it hangs: whoever asked is not left waiting, and no word is lost. */
class SecondReaderWalkTest extends AdviceWalk {
    @Autowired
    StrandedAnswers stranded;

    @Autowired
    Routes routes;

    private String path = "";

    private Visitor written() {
        path = given("Ruth", "May I take folic acid the same day?");
        var ruth = visitor("Ruth");
        answer(ruth, path);
        stranded.look();
        assertThat(visitor("Farah").get(path).text()).contains("Let it go out");
        return ruth;
    }

    @Test
    void whereItsWriterLosesTheirMarkItIsTheirDraftAgainAndTheQuestionGoesOn() {
        var ruth = written();
        var until =
                "update practitioner.credential set ends_at = now() + cast(:later as interval) where member_id = :who";
        sql.sql(until)
                .param("later", "-1 minute")
                .param("who", ids.get("Ruth").value())
                .update();
        goesOnToFarah();
        sql.sql(until)
                .param("later", "9 days")
                .param("who", ids.get("Ruth").value())
                .update();
        hand(path, "Ruth");
        var form = ruth.get(path).page();
        assertThat(form.selectFirst("textarea[name=body]").wholeText()).contains("usually the day after");
        assertThat(form.selectFirst("input[name=source-0]").val()).isEqualTo("A guide");
        assertThat(form.selectFirst("input[name=address-0]").val()).isEqualTo("https://example.org/guide");
        assertThat(form.selectFirst("input[name=year-0]").val()).isEqualTo("2024");
        assertThat(form.selectFirst("input[name=until]").val()).isEqualTo(UNTIL);
    }

    @Test
    void whereItsWriterIsPausedTheQuestionGoesOn() {
        written();
        sql.sql("update community.membership set standing = 'PAUSED' where account_id = :who")
                .param("who", ids.get("Ruth").value())
                .update();
        goesOnToFarah();
    }

    @Test
    void whereItsWriterLeavesTheQuestionGoesOnAtOnce() {
        var ruth = written();
        var leaving = "/memberships/" + slug + "/end";
        ruth.submit(ruth.get(leaving), leaving, Map.of());
        assertThat(owed(ReadingDuty.KIND)).isZero();
        routes.again();
        assertThat(visitor("Marama").get(path).text()).contains("Farah (Nurse) is asked");
    }

    @Test
    void whereNobodyElseIsLeftToReadItGoesOut() {
        written();
        var farah = visitor("Farah");
        var leaving = "/memberships/" + slug + "/end";
        farah.submit(farah.get(leaving), leaving, Map.of());
        stranded.look();
        assertThat(visitor("Marama").get(path).text())
                .contains("usually the day after", "Ruth")
                .doesNotContain("read by");
        assertThat(owed(ReadingDuty.KIND)).isZero();
        assertThat(visitor("Marama").get("/notices").text()).contains("has an answer");
    }

    private void goesOnToFarah() {
        stranded.look();
        assertThat(owed(ReadingDuty.KIND)).isZero();
        routes.again();
        assertThat(visitor("Marama").get(path).text())
                .contains("Farah (Nurse) is asked")
                .doesNotContain("usually the day after");
        assertThat(visitor("Farah").get(path).text()).contains("Your answer").doesNotContain("usually the day after");
    }
}
