package kith.advice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.Map;
import kith.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Marama talks; what she wrote becomes a question when she wants that, and only then. */
class TopicToQuestionWalkTest extends AdviceWalk {
    private static final String BODY = "My hands are stiff until ten.";

    @Test
    void herWordsAreInTheFormAndHerReadersFindTheAnswerWhereSheLinksIt() {
        var topic = open("Stiff mornings", "name");
        var marama = visitor("Marama");
        var asking = way(marama, topic);
        var form = marama.get(asking).page();
        assertThat(form.selectFirst("input[name=title]").val()).isEqualTo("Stiff mornings");
        assertThat(form.selectFirst("textarea[name=body]").wholeText().strip()).isEqualTo(BODY);
        assertThat(form.selectFirst("input[name=as][value=name]").hasAttr("checked"))
                .isTrue();

        var closed = asks(marama, asking, Map.of("audience", "closed", "linked", "true"));
        assertThat(closed.status()).isEqualTo(422);
        assertThat(closed.text()).contains("A private question cannot be linked");
        assertThat(closed.page().selectFirst("textarea[name=body]").wholeText().strip())
                .isEqualTo(BODY);
        assertThat(asks(marama, asking, Map.of("as", "anonymous", "linked", "true"))
                        .text())
                .contains("would show whose this anonymous question is");

        var question = asks(marama, asking, Map.of("linked", "true")).location();
        assertThat(visitor("Jo").get(topic).page().select("a[href=" + question + "]"))
                .hasSize(1);
        assertThat(marama.get(topic).text()).doesNotContain("Ask a practitioner this");
        marama.submit(marama.get(question), question + "/removal", Map.of());
        assertThat(visitor("Jo").get(topic).text()).doesNotContain("Those who know were asked");
    }

    @Test
    void whatSheWroteAnonymouslyLeadsNobodyToHerQuestion() {
        var topic = open("Something private", "anonymous");
        var marama = visitor("Marama");
        var asking = way(marama, topic);
        assertThat(marama.get(asking)
                        .page()
                        .selectFirst("input[name=as][value=anonymous]")
                        .hasAttr("checked"))
                .isTrue();
        assertThat(asks(marama, asking, Map.of("as", "name", "linked", "true")).text())
                .contains("would show that it was you");
        var question =
                asks(marama, asking, Map.of("as", "name", "linked", "false")).location();
        for (var reader : new String[] {"Jo", "Ana", "Ruth"}) {
            assertThat(visitor(reader).get(topic).body()).as(reader).doesNotContain(plain(question));
            assertThat(visitor(reader).get(question).body()).as(reader).doesNotContain(plain(topic));
        }
    }

    @Test
    void aManagerSuggestsItOnceAndSheDecides() {
        var topic = open("Something private", "anonymous");
        var suggestion = topic + "/suggestion";
        assertThat(visitor("Jo").get(suggestion).status()).isEqualTo(404);
        assertThat(visitor("Jo").post(suggestion, Map.of()).status()).isEqualTo(404);
        assertThat(visitor("Marama").get(suggestion).status())
                .as("nobody suggested anything")
                .isEqualTo(404);
        var ana = visitor("Ana");
        assertThat(ana.get(topic).text()).contains("Suggest asking a practitioner");
        ana.submit(ana.get(suggestion), suggestion, Map.of());
        ana.post(suggestion, Map.of());
        assertThat(ana.get(suggestion).text())
                .contains("Whether they ask is theirs alone")
                .doesNotContain("Marama");

        var marama = visitor("Marama");
        assertThat(sql.sql(
                                "select count(*)::int from notification.notice where account_id = :her and kind = 'advice.suggested'")
                        .param("her", ids.get("Marama").value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(marama.get("/notices").text()).contains("It is yours to decide");
        assertThat(ana.post(suggestion + "/removal", Map.of()).status())
                .as("hers alone")
                .isEqualTo(404);
        marama.submit(marama.get(suggestion), suggestion + "/removal", Map.of());
        assertThat(ana.get(suggestion).text()).contains("does not want to ask");
        assertThat(marama.get("/notices").text()).doesNotContain("It is yours to decide");
        assertThat(sql.sql("select count(*)::int from advice.question where community_id = :here")
                        .param("here", here.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyElsesWordsAreInTheForm() {
        var topic = open("Stiff mornings", "name");
        for (var reader : new String[] {"Jo", "Ana"}) {
            assertThat(visitor(reader)
                            .get("/questions/" + slug + "/new?topic=" + plain(topic))
                            .status())
                    .as(reader)
                    .isEqualTo(404);
            assertThat(asks(visitor(reader), "/questions/" + slug + "/new", Map.of("topic", plain(topic)))
                            .status())
                    .as(reader)
                    .isEqualTo(404);
        }
    }

    /** On her phone: from the notice to the question, by keyboard; what she changed is kept while she types. */
    @Test
    @Tag("browser")
    void fromTheNoticeToTheQuestionOnASmallScreen() {
        var topic = open("Stiff mornings", "name");
        var ana = visitor("Ana");
        ana.submit(ana.get(topic + "/suggestion"), topic + "/suggestion", Map.of());
        var phone = phone("Marama", "/notices");
        phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("It is yours to decide"))
                .first()
                .press("Enter");
        assertThat(phone.locator("main")).containsText("Ana thinks");
        clean(phone);
        phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Let me look at it"))
                .press("Enter");
        assertThat(phone.locator("textarea[name=body]")).hasValue(BODY);
        phone.waitForResponse(
                response -> response.url().contains("/sketches/"),
                () -> phone.locator("textarea[name=body]").fill(BODY + " Since May."));
        phone.reload();
        assertThat(phone.locator("textarea[name=body]")).hasValue(BODY + " Since May.");
        clean(phone);
        phone.getByLabel("Link the question from the conversation").press("Space");
        phone.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Ask").setExact(true))
                .press("Enter");
        assertThat(phone.locator("#stands")).containsText("promised by");
        var reading = phone("Jo", topic);
        reading.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Those who know were asked"))
                .press("Enter");
        assertThat(reading.locator("main")).containsText("Since May.");
    }

    private String open(String title, String as) {
        var marama = visitor("Marama");
        var sections = marama.get("/conversations/" + slug + "/new");
        return marama.submit(
                        sections,
                        "/topics",
                        Map.of("section", section(), "title", title, "body", BODY, "as", as, "sure", ""))
                .location();
    }

    private static String way(Visitor who, String topic) {
        return who.get(topic)
                .page()
                .selectFirst("a:contains(Ask a practitioner this)")
                .attr("href");
    }

    private Visitor.Answer asks(Visitor who, String asking, Map<String, String> more) {
        var fields = new HashMap<>(Map.of("audience", "all", "as", "name"));
        fields.putAll(more);
        return who.submit(who.get(asking), "/questions/" + slug, fields);
    }

    private static String plain(String path) {
        return path.replaceAll("\\?.*", "").substring(path.lastIndexOf('/') + 1);
    }
}
