package kith.advice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.Visitor;
import kith.community.Absences;
import kith.community.SectionId;
import kith.community.Shifts;
import kith.identity.PersonalData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Marama asked Ruth in private; what helped her may help others, if she wants that, in words that tell nobody who she is. */
class SharingWalkTest extends AdviceWalk {
    private static final String TITLE = "May I swim with the patch on?";
    private static final String BODY =
            "I am Marama, and my nurse wrote to marama@example.org.\nI swim on Tuesdays.\n\nIt itches.";
    private static final String ANSWER = "Dear Marama, yes.\nDry it well afterwards.";

    @Autowired
    LivedQuestions lived;

    @Autowired
    List<PersonalData> data;

    @Autowired
    TransactionTemplate atOnce;

    @Autowired
    Shifts shifts;

    @Autowired
    Absences absences;

    private String path = "";

    @BeforeEach
    void asked() {
        var section = sql.sql("select id from community.section where community_id = :here and slug = :slug")
                .param("here", here.value())
                .param("slug", section())
                .query(UUID.class)
                .single();
        var reply = new LivedQuestions.Reply(
                ids.get("Ruth"),
                ids.get("Farah"),
                ANSWER,
                List.of(new Entry.Source("A guide", "https://example.org/guide", 2025)),
                Duration.ofHours(3),
                false,
                null);
        path = "/question/"
                + lived.addAsHouse(
                        here,
                        new SectionId(section),
                        new LivedQuestions.Past(
                                ids.get("Marama"), TITLE, BODY, false, true, Duration.ofDays(3), null, reply));
    }

    @Test
    void whatGivesHerAwayIsReplacedAndNothingIsOutBeforeSheSawItAndSaidYes() {
        var marama = visitor("Marama");
        var page = marama.get(path + "/sharing");
        assertThat(page.page().selectFirst("textarea[name=line-1]").wholeText())
                .contains("[a name]", "[an e-mail address]")
                .doesNotContain("Marama", "example.org");
        assertThat(page.text()).contains("It says: I am Marama");
        var looked = send(marama, Map.of("look", "true", "line-2", "I swim."));
        assertThat(looked.page().selectFirst("#look").text())
                .contains("I swim.", "[a name]")
                .doesNotContain("Tuesdays");
        var unsaid = send(marama, Map.of("line-2", "I swim."));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Please say that you want this");
        assertThat(unsaid.page().selectFirst("textarea[name=line-2]").wholeText())
                .contains("I swim.");
        assertThat(send(marama, Map.of("line-0", " ", "consent", "true")).text())
                .contains("Your question needs its one line");
        assertThat(send(marama, Map.of("line-4", "", "line-5", "", "consent", "true"))
                        .text())
                .contains("Without an answer there is nothing to share");
        assertThat(copies()).isEmpty();
    }

    /** Ruth puts her answer right with one more line while Marama's page lies open. */
    @Test
    void aLineThatCameAfterHerPageIsShownAndNotShared() {
        var marama = visitor("Marama");
        var page = marama.get(path + "/sharing");
        sql.sql(
                        "update advice.entry set body = body || E'\\nAsk for Marama at +49 89 1234567.' where question_id = cast(:id as uuid) and kind = 'ANSWER'")
                .param("id", path.substring(path.lastIndexOf('/') + 1))
                .update();
        var sent = marama.submit(page, path + "/sharing", Map.of("consent", "true"));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("The answers changed while you were looking");
        assertThat(sent.page().select("textarea").eachText().toString())
                .contains("Ask for [a name]")
                .doesNotContain("1234567");
        assertThat(copies()).isEmpty();
    }

    @Test
    void whatSheSharedGoesWithHerWhenSheLeaves() {
        var marama = visitor("Marama");
        send(marama, Map.of("consent", "true", "line-4", "Dear Marama, yes."));
        var copy = "/question/" + copies().getFirst();
        assertThat(visitor("Jo").get(copy).status()).isEqualTo(200);
        var leaving = "/memberships/" + slug + "/end";
        marama.submit(marama.get(leaving), leaving, Map.of());
        assertThat(visitor("Jo").get(copy).status()).isEqualTo(404);
        assertThat(copies()).isEmpty();
    }

    @Test
    void answersThatStandAsTheyAreGoOutAtOnceAndNobodyGetsFromTheOneToTheOther() {
        var marama = visitor("Marama");
        assertThat(send(marama, Map.of("consent", "true", "line-4", "Dear Marama, yes."))
                        .status())
                .isEqualTo(303);
        var copy = "/question/" + copies().getFirst();
        assertThat(marama.get(path + "/sharing").body()).contains(copy);
        for (var reader : new String[] {"Jo", "Ana", "Ruth", "Farah"}) {
            var seen = visitor(reader).get(copy);
            assertThat(seen.text()).as(reader).contains(TITLE, "I swim on Tuesdays", "anonymously", "A guide", "Ruth");
            assertThat(seen.body()).as(reader).doesNotContain(path, "marama@", "answered in");
            assertThat(visitor(reader).get("/questions/" + slug).body())
                    .as(reader)
                    .contains(copy)
                    .doesNotContain(path);
            assertThat(visitor(reader).get(path).body()).as(reader).doesNotContain(copy);
            assertThat(visitor(reader).get(path + "/sharing").status())
                    .as(reader)
                    .isEqualTo(404);
        }
        assertThat(visitor("Jo").get(path).status()).isEqualTo(404);
        assertThat(sql.sql(
                                "select asked_at = date_trunc('day', asked_at, 'UTC') and answered_at = asked_at and asker is null from advice.question where id = :id")
                        .param("id", copies().getFirst())
                        .query(Boolean.class)
                        .single())
                .as("neither who nor when")
                .isTrue();
        assertThat(before("swim with the patch")).contains(copy);

        marama.submit(marama.get(path + "/sharing"), path + "/sharing/removal", Map.of());
        assertThat(visitor("Jo").get(copy).status()).isEqualTo(404);
        assertThat(before("swim with the patch")).doesNotContain(copy);
        assertThat(visitor("Ruth").get(path).text()).contains("does not want this shared");
    }

    @Test
    void changedWordsOfHersWaitUntilRuthAgrees() {
        var marama = visitor("Marama");
        send(marama, Map.of("consent", "true"));
        assertThat(copies()).isEmpty();
        assertThat(marama.get(path + "/sharing").text()).contains("Nothing is shared yet");
        var ruth = visitor("Ruth");
        assertThat(ruth.get("/round/" + slug).text()).contains("May your answer be shared like this?");
        assertThat(visitor("Farah").get("/round/" + slug).text()).doesNotContain("May your answer be shared");
        var round = ruth.get("/round/" + slug);
        assertThat(round.text()).as("hers alone").doesNotContain("Hand over", "Put it back");
        var duty = round.page().selectFirst("article[id^=duty-]").id().substring("duty-".length());
        ruth.post("/round/" + slug + "/" + duty + "/claim/removal", Map.of());
        assertThat(ruth.get("/round/" + slug).text()).contains("May your answer be shared like this?");
        assertThat(ruth.get(path + "/sharing").text()).contains("Dear [a name], yes.", "As you wrote them");
        for (var other : new String[] {"Jo", "Ana", "Farah"}) {
            assertThat(visitor(other)
                            .post(path + "/sharing/agreement", Map.of())
                            .status())
                    .as(other)
                    .isEqualTo(404);
        }
        var before = ruth.get(path + "/sharing");
        ruth.submit(before, path + "/sharing/agreement/removal", Map.of());
        assertThat(copies()).isEmpty();
        assertThat(marama.get("/notices").text()).contains("has decided about the words you chose");
        assertThat(marama.get(path + "/sharing").text()).contains("Whoever answered did not agree");

        send(marama, Map.of("consent", "true", "line-4", "Yes."));
        ruth.submit(before, path + "/sharing/agreement", Map.of());
        assertThat(copies()).as("words that she did not see").isEmpty();
        ruth.submit(ruth.get(path + "/sharing"), path + "/sharing/agreement", Map.of());
        assertThat(ruth.get("/round/" + slug).text()).doesNotContain("May your answer be shared");
        assertThat(visitor("Jo").get("/question/" + copies().getFirst()).text())
                .contains("Yes. Dry it well afterwards.", "Ruth")
                .doesNotContain("Dear");
    }

    @Test
    void ruthSuggestsItOnceAndWithHerAccountWhatMaramaSharedIsGone() {
        var ruth = visitor("Ruth");
        ruth.submit(ruth.get(path), path + "/sharing/suggestion", Map.of());
        assertThat(ruth.get(path).text()).contains("It is theirs to decide").doesNotContain("Suggest sharing it");
        for (var other : new String[] {"Jo", "Ana", "Farah", "Marama"}) {
            assertThat(visitor(other)
                            .post(path + "/sharing/suggestion", Map.of())
                            .status())
                    .as(other)
                    .isEqualTo(404);
        }
        var marama = visitor("Marama");
        assertThat(marama.get("/notices").text()).contains("suggests sharing it without your name");
        send(marama, Map.of("consent", "true", "line-4", "Dear Marama, yes."));
        var copy = "/question/" + copies().getFirst();
        assertThat(visitor("Jo").get(copy).status()).isEqualTo(200);
        atOnce.executeWithoutResult(status -> data.forEach(each -> each.erase(ids.get("Marama"))));
        assertThat(visitor("Jo").get(copy).status()).isEqualTo(404);
    }

    @Test
    void withRuthsAccountNobodyIsAskedToAgreeAnyMoreAndMaramaChoosesAgain() {
        var marama = visitor("Marama");
        send(marama, Map.of("consent", "true"));
        atOnce.executeWithoutResult(status -> data.forEach(each -> each.erase(ids.get("Ruth"))));
        assertThat(owed(SharingDuty.KIND)).isZero();
        assertThat(send(marama, Map.of("consent", "true", "line-4", "Yes.")).text())
                .contains("Whoever wrote one of these answers is no longer a practitioner here");
        assertThat(send(marama, Map.of("consent", "true", "line-4", "Dear Marama, yes."))
                        .status())
                .isEqualTo(303);
        assertThat(copies()).hasSize(1);
    }

    /** An answer says something else beside another question; whoever gave it sees all of it, and it waits for nobody else. */
    @Test
    void otherWordsOfHersBesideRuthsUnchangedAnswerWaitForRuthToo() {
        var marama = visitor("Marama");
        var own = Map.of("line-0", "May I sleep with the patch on?", "line-4", "Dear Marama, yes.", "consent", "true");
        send(marama, own);
        assertThat(copies()).isEmpty();
        var ruth = visitor("Ruth");
        assertThat(ruth.get(path + "/sharing").text())
                .contains("May I sleep with the patch on?", "Dear Marama, yes.", "As it was said");
        sql.sql(
                        "update duty.duty set claim_until = now() - interval '1 hour' where community_id = :here and kind = 'sharing'")
                .param("here", here.value())
                .update();
        assertThat(ruth.get("/round/" + slug).text()).contains("May your answer be shared like this?");
        assertThat(visitor("Farah").get("/rounds").text())
                .as("nor is it counted on anybody else's round")
                .contains("Nobody is waiting for you");
        ruth.submit(ruth.get(path + "/sharing"), path + "/sharing/agreement", Map.of());
        assertThat(visitor("Jo").get("/question/" + copies().getFirst()).text())
                .contains("May I sleep with the patch on?", "Ruth")
                .doesNotContain("read by Farah");
    }

    /** On holiday, she finds it when she is back; who covers for her cannot agree to her words. */
    @Test
    void whatOnlyRuthCanAgreeToWaitsWhileSheIsAway() {
        var marama = visitor("Marama");
        send(marama, Map.of("consent", "true"));
        var today = LocalDate.now();
        shifts.awayAsHouse(
                here, ids.get("Ruth"), ids.get("Farah"), today.minusDays(1), today.plusDays(2), ZoneOffset.UTC);
        absences.begin();
        assertThat(visitor("Farah").get("/rounds").text()).contains("Nobody is waiting for you");
        assertThat(visitor("Ruth").get("/round/" + slug).text()).contains("May your answer be shared like this?");
        marama.submit(marama.get(path + "/sharing"), path + "/sharing/removal", Map.of());
        send(marama, Map.of("consent", "true"));
        assertThat(visitor("Ruth").get("/round/" + slug).text())
                .as("asked while she is away")
                .contains("May your answer be shared like this?");
    }

    @Test
    void whereRuthLeavesBeforeSheAgreesMaramaChoosesAgain() {
        var marama = visitor("Marama");
        send(marama, Map.of("consent", "true"));
        var leaving = "/memberships/" + slug + "/end";
        var ruth = visitor("Ruth");
        ruth.submit(ruth.get(leaving), leaving, Map.of());
        assertThat(marama.get(path + "/sharing").text()).contains("Whoever answered did not agree");
        assertThat(send(marama, Map.of("consent", "true", "line-2", "I swim.")).text())
                .contains("is no longer a practitioner here");
        var said = Map.of("line-2", "I swim on Tuesdays.", "line-4", "Dear Marama, yes.", "consent", "true");
        assertThat(send(marama, said).status())
                .as("as it was said, it needs nobody")
                .isEqualTo(303);
        assertThat(copies()).hasSize(1);
    }

    /** On her phone, by keyboard: what she changes is kept, what may give her away is marked, and she sees it before it is out. */
    @Test
    @Tag("browser")
    void sheChoosesEachLineOnASmallScreen() {
        var phone = phone("Marama", path);
        phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Share this question"))
                .press("Enter");
        clean(phone);
        phone.waitForResponse(
                response -> response.url().contains("/sketches/"),
                () -> phone.locator("textarea[name=line-2]").fill("I swim. Call me: 021 555 0134."));
        phone.reload();
        assertThat(phone.locator("textarea[name=line-2]")).hasValue("I swim. Call me: 021 555 0134.");
        assertThat(phone.locator("mark")).hasText("021 555 0134");
        phone.locator("textarea[name=line-2]").fill("I swim.");
        phone.locator("textarea[name=line-4]").fill("Dear Marama, yes.");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("See it as others would"))
                .press("Enter");
        assertThat(phone.locator("#look")).containsText("I swim.");
        clean(phone);
        phone.getByLabel("I want everybody here").press("Space");
        phone.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Share it").setExact(true))
                .press("Enter");
        assertThat(phone.locator("main")).containsText("Nothing is shared yet");
        var ruth = phone("Ruth", path + "/sharing");
        assertThat(ruth.locator("main")).containsText("I swim.");
        clean(ruth);
        ruth.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I agree to this"))
                .press("Enter");
        assertThat(ruth.locator("main")).containsText("Your words stand under your name");
        phone.reload();
        phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read it as others do"))
                .press("Enter");
        assertThat(phone.locator("main")).containsText("anonymously");
        clean(phone);
    }

    private List<UUID> copies() {
        return sql.sql(
                        "select id from advice.question where community_id = :here and not closed and state <> 'WITHDRAWN'")
                .param("here", here.value())
                .query(UUID.class)
                .list();
    }

    private String before(String title) {
        var jo = visitor("Jo");
        jo.get("/questions/" + slug + "/new");
        return jo.post("/questions/" + slug + "/before", Map.of("title", title)).body();
    }

    private Visitor.Answer send(Visitor who, Map<String, String> more) {
        return who.submit(who.get(path + "/sharing"), path + "/sharing", new HashMap<>(more));
    }
}
