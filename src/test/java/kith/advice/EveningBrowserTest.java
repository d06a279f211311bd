package kith.advice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An evening on phones, by keyboard: Marama asks, Ruth's shift ends, and what shows her profession runs out. */
@Tag("browser")
class EveningBrowserTest extends AdviceWalk {
    @Autowired
    Known known;

    /** What was answered before is offered while she types, a lost connection loses nothing, and a number that gives her away is pointed out once. */
    @Test
    void sheAsksWhileTheConnectionComesAndGoes() {
        var before = given("Ruth", "Can I swim with a plaster?");
        sql.sql("update advice.question set state = 'ANSWERED', answered_at = now(), ends_at = now() where id = :id")
                .param("id", UUID.fromString(before.substring("/question/".length())))
                .update();
        known.learn(UUID.fromString(before.substring("/question/".length())));

        var phone = phone("Jo", "/questions/" + slug + "/new");
        phone.getByLabel("Your question in one line").pressSequentially("Swimming with a plaster");
        assertThat(phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Can I swim with a plaster?")))
                .isVisible();
        clean(phone);
        var body = phone.getByLabel("What should we know?");
        var saved = phone.locator("main .saved");
        body.fill("Twice a week.");
        assertThat(saved).containsText("Saved");
        phone.context().setOffline(true);
        body.fill("Twice a week. Call 021 555 0134.");
        assertThat(saved).containsText("No connection");
        phone.context().setOffline(false);
        assertThat(saved).containsText("Saved");
        phone.reload();
        assertThat(body).hasValue("Twice a week. Call 021 555 0134.");
        send(phone, "Ask");
        assertThat(phone.locator("main mark")).hasText("021 555 0134");
        assertThat(body).hasValue("Twice a week. Call 021 555 0134.");
        clean(phone);
        body.fill("Twice a week.");
        send(phone, "Ask");
        assertThat(phone.locator("#stands")).containsText("promised by");
    }

    /** Her shift ends: she hands over what is hers with a word, Farah is told and has it, and Ruth's round is empty. */
    @Test
    void ruthHandsOverWhatIsHersWhenHerShiftEnds() {
        var question = given("Ruth", "Can I swim with a plaster?");
        var ruth = phone("Ruth", "/round/" + slug);
        var row = ruth.locator("article").filter(new Locator.FilterOptions().setHasText("Can I swim"));
        row.focus();
        ruth.keyboard().press("h");
        assertThat(row.getByLabel("To whom")).isVisible();
        clean(ruth);
        row.getByLabel("A word to them").fill("I am off until Monday.");
        row.getByLabel("To whom")
                .evaluate(
                        "(box, who) => { box.options[0].value = who; box.selectedIndex = 0; }",
                        ids.get("Marama").toString());
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hand it over"))
                .press("Enter");
        assertThat(ruth.locator("main")).containsText("They cannot take this at the moment");
        assertThat(row.getByLabel("A word to them")).hasValue("I am off until Monday.");
        clean(ruth);
        row.getByLabel("To whom").selectOption(ids.get("Farah").toString());
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hand it over"))
                .press("Enter");
        assertThat(ruth.locator("body")).containsText("It is in their hands now");
        assertThat(ruth.locator("main article").filter(new Locator.FilterOptions().setHasText("Yours")))
                .hasCount(0);
        var farah = phone("Farah", "/round/" + slug);
        assertThat(farah.locator("main")).containsText("I am off until Monday.");
        clean(farah);
        farah.navigate("http://localhost:" + port + question);
        assertThat(farah.locator("textarea[name=body]")).isVisible();
        assertThat(phone("Marama", question).locator("main")).containsText("Farah");
    }

    /** What a second reader says, and why somebody passes on, is kept while they type and when it is refused. */
    @Test
    void whatIsSaidBesideAnAnswerIsKeptToo() {
        var question = given("Ruth", "Can I swim with a plaster?");
        var ruth = visitor("Ruth");
        var refused = ruth.submit(
                ruth.get(question), question + "/holding/removal", Map.of("reason", "Not mine. ".repeat(60)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("input[name=reason]").val()).startsWith("Not mine. Not mine.");
        ruth.submit(ruth.get(question), question + "/answers", Map.of("body", "Yes, you can.", "source-0", "A guide"));
        var farah = phone("Farah", question);
        var word = farah.getByLabel("A word to the writer");
        word.fill("Say how long.");
        assertThat(farah.locator("form[action$='/comments'] .saved")).containsText("Saved");
        farah.reload();
        assertThat(word).hasValue("Say how long.");
        clean(farah);
    }

    /** What shows her profession ends between reading and sending: nothing goes out under it, and her words are there to be sent later. */
    @Test
    void hersRunsOutWhileSheWrites() {
        var question = given("Ruth", "Can I swim with a plaster?");
        var ruth = phone("Ruth", question);
        ruth.locator("textarea[name=body]").fill("Yes, you can.");
        credential("ends_at = now() - interval '1 second', valid_until = current_date - 1");
        ruth.locator("input[name=source-0]").fill("A guide");
        ruth.locator("form[action$='/answers'] .submit button").press("Enter");
        assertThat(ruth.locator("main")).containsText("has run out");
        assertThat(ruth.locator("textarea[name=body]")).hasValue("Yes, you can.");
        clean(ruth);
        assertThat(phone("Marama", question).locator("main")).not().containsText("Yes, you can.");
        credential("ends_at = now() + interval '300 days', valid_until = current_date + 300");
        var again = phone("Ruth", question);
        assertThat(again.locator("textarea[name=body]")).hasValue("Yes, you can.");
        again.locator("form[action$='/answers'] .submit button").press("Enter");
        assertThat(again.locator("main")).containsText("Waits for its second reader");
    }

    private void credential(String change) {
        sql.sql("update practitioner.credential set " + change + " where member_id = :ruth")
                .params(Map.of("ruth", ids.get("Ruth").value()))
                .update();
    }

    private static void send(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .press("Enter");
    }
}
