package kith.advice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kith.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ruth writes what she writes each week once, and Farah reads it; Marama asks, Ana manages, Jo is a member. All without scripts. */
class PiecesWalkTest extends AdviceWalk {
    private static final String UNTIL = LocalDate.now().plusMonths(4).toString();
    private static final String GAP = "If you forget [[medicine]], take it the next day.";
    private static final String WHOLE = "Heat helps stiff hands in the morning.";

    @Autowired
    ReviewDuty reviews;

    @Autowired
    StrandedAnswers stranded;

    @Test
    void aPieceIsReadByASecondPractitionerBeforeAnybodyTakesIt() {
        var piece = write("Ruth", "A dose forgotten", GAP);
        assertThat(visitor("Ruth").get(piece).text())
                .contains("not reviewed yet")
                .doesNotContain("It can be used");
        assertThat(visitor("Ruth")
                        .post(piece + "/release", Map.of("version", "1"))
                        .status())
                .as("nobody lets their own piece out")
                .isEqualTo(404);
        for (var reader : new String[] {"Jo", "Marama"}) {
            assertThat(visitor(reader).get(piece).status()).as(reader).isEqualTo(404);
            assertThat(visitor(reader).get("/pieces/" + slug).status())
                    .as(reader)
                    .isEqualTo(404);
        }
        assertThat(visitor("Ana").get(piece).text()).contains("If you forget").doesNotContain("It can be used");
        var ruth = visitor("Ruth");
        var path = given("Ruth", "What if I forget one?");
        assertThat(ruth.get(path).text()).doesNotContain("Take a copy");
        assertThat(take(ruth, path, piece, "Dear Marama,").status())
                .as("unread")
                .isEqualTo(422);

        var farah = visitor("Farah");
        assertThat(farah.get("/round/" + slug).text())
                .contains("A piece waits for a second reader", "A dose forgotten");
        farah.submit(farah.get(piece), piece + "/comments", Map.of("words", "Say by when."));
        assertThat(ruth.get(piece).text()).contains("Say by when.");
        change(ruth, piece, GAP + " By noon.");
        assertThat(farah.post(piece + "/release", Map.of("version", "1")).status())
                .as("she has not read these words")
                .isEqualTo(404);
        release("Farah", piece);
        assertThat(ruth.get(piece).text())
                .contains("reviewed on", "by Farah", "It said before", "Version 1", "By noon.");
        assertThat(open("second-reader")).isZero();
    }

    @Test
    void whereNobodyElseIsLeftToReadItAPieceCanBeUsed() {
        var piece = write("Ruth", "A dose forgotten", GAP);
        stranded.look();
        assertThat(visitor("Ruth").get(piece).text()).contains("not reviewed yet");
        var leaving = "/memberships/" + slug + "/end";
        var farah = visitor("Farah");
        farah.submit(farah.get(leaving), leaving, Map.of());
        stranded.look();
        assertThat(visitor("Ruth").get(piece).text()).contains("nobody else advises here who could read it");
        assertThat(open("second-reader")).isZero();
    }

    @Test
    void aCopyGoesOutFilledInAndIsCounted() {
        var piece = write("Ruth", "A dose forgotten", GAP);
        release("Farah", piece);
        var ruth = visitor("Ruth");
        var path = given("Ruth", "What if I forget one?");
        var sought = ruth.submit(ruth.get(path), path + "/pieces", Map.of("seek", "forg", "body", "Dear Marama,"));
        assertThat(sought.text()).contains("A dose forgotten", "by Farah");
        assertThat(sought.page().selectFirst("textarea[name=body]").wholeText()).contains("Dear Marama,");
        assertThat(ruth.submit(ruth.get(path), path + "/pieces", Map.of("seek", "zebra"))
                        .text())
                .contains("No reviewed piece");

        assertThat(take(ruth, path, piece, "Dear Marama,").status()).isEqualTo(303);
        var form = ruth.get(path).page();
        var words = form.selectFirst("textarea[name=body]").wholeText();
        assertThat(words.strip()).isEqualTo("Dear Marama,\n\n" + GAP);
        assertThat(form.selectFirst("input[name=source-0]").val()).isEqualTo("A guide");
        var open = send(ruth, path, words, Map.of());
        assertThat(open.status()).isEqualTo(422);
        assertThat(open.text()).contains("Please fill in [[medicine]] first");
        assertThat(open.page().selectFirst("textarea[name=body]").wholeText()).contains("Dear Marama,");
        assertThat(send(ruth, path, words.replace("[[medicine]]", "your tablet"), Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(ruth.get(piece).text()).contains("Taken into 1 answer; helped nobody yet");
    }

    @Test
    void wordsThatNobodyTouchedGoOutOnlyWhenSomebodySaysThatTheyReadThem() {
        var piece = write("Farah", "Stiff hands", WHOLE);
        release("Ruth", piece);
        var ruth = visitor("Ruth");
        var path = given("Ruth", "What helps in the morning?");
        take(ruth, path, piece, "");
        var unread = send(ruth, path, WHOLE, Map.of());
        assertThat(unread.status()).isEqualTo(422);
        assertThat(unread.text()).contains("stand as they were taken", "I have read it, and it fits this person");
        assertThat(send(ruth, path, "Dear Marama,\n\n" + WHOLE, Map.of()).status())
                .isEqualTo(422);
        assertThat(send(ruth, path, WHOLE, Map.of("read", "true")).status()).isEqualTo(303);
    }

    @Test
    void aPieceThatComesNearItsDayIsLookedAtAndOnePastItIsNotTaken() {
        var piece = write("Farah", "Stiff hands", WHOLE);
        release("Ruth", piece);
        until(piece, 20);
        reviews.open();
        reviews.open();
        assertThat(open("answer-review")).isEqualTo(1);
        var farah = visitor("Farah");
        assertThat(farah.get("/round/" + slug).text()).contains("Is this piece still right?");
        farah.submit(farah.get(piece), piece + "/review", Map.of());
        assertThat(open("answer-review")).isZero();

        var path = given("Ruth", "What helps in the morning?");
        until(piece, 0);
        assertThat(visitor("Ruth").get(path).text()).doesNotContain("Stiff hands");
        var kept = take(visitor("Ruth"), path, piece, "My own words");
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.page().selectFirst("textarea[name=body]").wholeText()).contains("My own words");
    }

    /** Asked and answered on phones: Ruth by keyboard, from a piece; Farah reads it; Ruth puts it right and Jo is told. */
    @Test
    @Tag("browser")
    void aQuestionIsAskedAnsweredFromAPieceReadAndPutRightOnSmallScreens() {
        var piece = write("Farah", "A dose forgotten", GAP);
        release("Ruth", piece);
        var asking = phone("Marama", "/questions/" + slug + "/new");
        assertThat(asking.locator("main")).containsText("If it is urgent");
        asking.getByLabel("What should we know?").fill("It is my third week.");
        asking.getByLabel("Everybody here").check();
        asking.locator("input[name=as][value=name]").check();
        asking.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Ask").setExact(true))
                .press("Enter");
        assertThat(asking.getByLabel("What should we know?")).hasValue("It is my third week.");
        asking.getByLabel("Your question in one line").fill("What if I forget one?");
        asking.keyboard().press("Enter");
        assertThat(asking.locator("#stands")).containsText("promised by");
        clean(asking);
        var path = asking.url().replaceAll("^https?://[^/]+|\\?.*|#.*", "");
        hand(path, "Ruth");

        var answering = phone("Ruth", path);
        answering.locator("textarea[name=body]").fill("Dear Marama,");
        answering.locator("#pieces summary").press("Enter");
        answering.locator("#seek").fill("forgotten");
        assertThat(answering.locator("#pieces")).containsText("reviewed on");
        clean(answering);
        answering.locator("#pieces button[name=take]").press("Enter");
        assertThat(answering.locator("textarea[name=body]")).hasValue("Dear Marama,\n\n" + GAP);
        answering.locator("form[action$='/answers'] .submit button").press("Enter");
        assertThat(answering.locator("main")).containsText("Please fill in [[medicine]] first");
        clean(answering);
        answering.locator("textarea[name=body]").fill("Dear Marama, take it the next day.");
        answering.locator("form[action$='/answers'] .submit button").press("Enter");
        assertThat(answering.locator("main")).containsText("Waits for its second reader");

        var reading = phone("Farah", path);
        clean(reading);
        reading.getByLabel("A word to the writer").fill("Kindly said.");
        reading.locator("form[action$='/comments'] button").press("Enter");
        assertThat(reading.locator("main")).containsText("Kindly said.");
        reading.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Let it go out"))
                .press("Enter");
        var jo = phone("Jo", path);
        assertThat(jo.locator("main")).containsText("take it the next day");
        assertThat(jo.locator("main")).not().containsText("Kindly said.");

        var righting = phone("Ruth", path);
        righting.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Put it right"))
                .press("Enter");
        clean(righting);
        righting.locator("textarea[name=body]").fill("Dear Marama, take it two days later.");
        righting.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .press("Enter");
        assertThat(righting.locator("main")).containsText("Please say why");
        assertThat(righting.locator("textarea[name=body]")).hasValue("Dear Marama, take it two days later.");
        righting.getByLabel("Why").fill("The guide has changed");
        righting.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .press("Enter");
        assertThat(righting.locator("main")).containsText("The guide has changed");
        assertThat(phone("Jo", "/notices").locator("main")).containsText("was put right");
    }

    private void until(String piece, int days) {
        sql.sql("update advice.piece set valid_until = current_date + :days where id = :id")
                .param("days", days)
                .param("id", UUID.fromString(piece.substring("/piece/".length())))
                .update();
    }

    private int open(String kind) {
        return sql.sql(
                        "select count(*)::int from duty.duty where community_id = :here and kind = :kind and outcome is null and cause like kind || ':%' and about like '/piece/%'")
                .param("here", here.value())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private String write(String who, String title, String body) {
        var nurse = visitor(who);
        var form = nurse.get("/pieces/" + slug + "/new");
        assertThat(nurse.submit(form, "/pieces/" + slug, Map.of("title", title, "body", body))
                        .status())
                .as("a piece needs its source")
                .isEqualTo(422);
        var saved = nurse.submit(form, "/pieces/" + slug, piece(title, body));
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        return saved.location();
    }

    private Map<String, String> piece(String title, String body) {
        return Map.of("title", title, "section", section(), "body", body, "until", UNTIL, "source-0", "A guide");
    }

    private void change(Visitor nurse, String piece, String body) {
        nurse.submit(nurse.get(piece + "/edit"), piece, piece("A dose forgotten", body));
    }

    private void release(String who, String piece) {
        var nurse = visitor(who);
        var page = nurse.get(piece);
        var version = page.page()
                .selectFirst("form[action$=/release] input[name=version]")
                .val();
        assertThat(nurse.submit(page, piece + "/release", Map.of("version", version))
                        .status())
                .isEqualTo(303);
    }

    private static Visitor.Answer take(Visitor nurse, String path, String piece, String body) {
        return nurse.submit(
                nurse.get(path),
                path + "/pieces",
                Map.of("take", piece.substring("/piece/".length()), "body", body, "until", UNTIL));
    }

    private static Visitor.Answer send(Visitor nurse, String path, String body, Map<String, String> more) {
        var fields = new HashMap<>(Map.of("body", body, "until", UNTIL, "source-0", "A guide"));
        fields.putAll(more);
        return nurse.submit(nurse.get(path), path + "/answers", fields);
    }
}
