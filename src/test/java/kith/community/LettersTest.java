package kith.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kith.Visitor;
import kith.house.TestHouse;
import kith.identity.Ids;
import kith.identity.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Who is written to, what the letter gives away, and for whom the invitation in it is good. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class LettersTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/\\S+)");

    private record Mail(String subject, String body) {
        String path() {
            var found = LINK.matcher(body);
            assertThat(found.find()).as(body).isTrue();
            return found.group(1);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Founding founding;

    @Autowired
    Packs packs;

    @Autowired
    Memberships memberships;

    Cast cast;
    Viewer ana;
    Visitor asAna;
    String slug;

    @BeforeEach
    void anaHasAPlaceByInvitation() {
        sql.sql("update community.community set joining = 'INVITATION'").update();
        cast = new Cast(sql);
        ana = cast.person("Ana");
        asAna = cast.at(port, ana);
        slug = place(Community.Joining.INVITATION, "en");
    }

    private String place(Community.Joining joining, String language) {
        var name = "drinkless-" + Ids.next().toString().substring(24);
        var id = founding.foundAsHouse(new Founding.Wish(
                packs.newest("drink-less", language).orElseThrow(),
                "Sober Shore",
                name,
                "",
                joining,
                Community.Visibility.PRIVATE));
        memberships.addAsHouse(id, ana.member(), Role.MANAGER);
        return name;
    }

    private Visitor.Answer invite(String email) {
        var page = "/invites/" + slug;
        return asAna.submit(asAna.get(page), page, Map.of("email", email, "days", "3", "uses", "1"));
    }

    private List<Mail> mailsTo(String address) {
        return sql.sql("select subject, body from notification.mail where address = :to order by id")
                .param("to", address)
                .query((row, n) -> new Mail(row.getString("subject"), row.getString("body")))
                .list();
    }

    private static String fresh(String name) {
        return name + "." + UUID.randomUUID() + "@example.org";
    }

    private static Map<String, String> signUp(String name, String email) {
        var unique = name + " " + Ids.next().toString().substring(28).toUpperCase(Locale.ROOT);
        return Map.of(
                "email",
                email,
                "name",
                unique,
                "sure",
                unique,
                "password",
                "seven calm otters swim",
                "oldEnough",
                "true",
                "terms",
                "true",
                "privacy",
                "true",
                "healthData",
                "true");
    }

    @Test
    void aLetterSaysNothingOfThePlaceAndIsNotShownToWhoSentIt() {
        var email = fresh("tane");
        var made = invite(email.toUpperCase(Locale.ROOT));
        assertThat(made.text()).contains("A letter is on its way to " + email);
        assertThat(made.page().selectFirst("#link")).isNull();
        var mail = mailsTo(email).getFirst();
        assertThat(mail.subject()).isEqualTo("An invitation for you");
        assertThat(mail.body())
                .contains("Ana would like to have you")
                .doesNotContainIgnoringCase("shore", "drink", "sober");
        assertThat(mail.path()).startsWith("/invites/accept/");
    }

    @Test
    void onlyTheAccountWithTheAddressComesInByALetter() {
        var marama = cast.person("Marama");
        invite(marama.member() + "@example.org");
        var path = mailsTo(marama.member() + "@example.org").getFirst().path();
        var tane = cast.at(port, cast.person("Tane"));
        var shown = tane.get(path);
        assertThat(shown.text()).contains("went to another e-mail address");
        assertThat(shown.page().select("main form")).isEmpty();
        assertThat(tane.post(path, Map.of()).text()).contains("went to another e-mail address");
        assertThat(tane.get("/members/" + slug).status()).isEqualTo(404);
        var asMarama = cast.at(port, marama);
        assertThat(asMarama.submit(asMarama.get(path), path, Map.of()).location())
                .isEqualTo("/onboarding/" + slug);
        assertThat(asMarama.get(path).status())
                .as("her own link still leads her there")
                .isEqualTo(303);
    }

    @Test
    void aLetterWaitsOnTheStartPageOfItsReader() {
        var marama = cast.person("Marama");
        invite(marama.member() + "@example.org");
        var asMarama = cast.at(port, marama);
        var start = asMarama.get("/");
        assertThat(start.text()).contains("You are invited to Sober Shore");
        var path = start.page().selectFirst("a[href^=/invites/accept/]").attr("href");
        assertThat(cast.at(port, cast.person("Tane")).get(path).status())
                .as("its id opens nothing to others")
                .isEqualTo(404);
        assertThat(asMarama.submit(asMarama.get(path), path, Map.of()).location())
                .isEqualTo("/onboarding/" + slug);
        assertThat(asMarama.get("/").text()).doesNotContain("You are invited");
    }

    @Test
    void aStrangerSignsUpFromALetterAndGoesOnToIt() {
        var email = fresh("hana");
        invite(email);
        var path = mailsTo(email).getFirst().path();
        var hana = new Visitor(port);
        assertThat(hana.get("/sign-up").text()).as("a closed house").doesNotContain("Password");
        var seen = hana.get(path);
        var form = hana.get(seen.page().selectFirst("a[href^=/invitations/]").attr("href"));
        assertThat(form.page().selectFirst("#email").val()).isEqualTo(email);
        var in = hana.submit(form, "/sign-up", signUp("Hana", email));
        assertThat(in.location()).as(in.text()).isEqualTo(path);
        assertThat(hana.submit(hana.get(path), path, Map.of()).location()).isEqualTo("/onboarding/" + slug);
    }

    @Test
    void aStrangerSignsUpFromALinkConfirmsAndFindsTheInvitationOnTheStart() {
        var link = invite("").page().selectFirst("#link").val();
        assertThat(link).startsWith("http://localhost:" + port + "/invites/accept/");
        var path = link.substring(link.indexOf("/invites/"));
        var hana = new Visitor(port);
        var seen = hana.get(path);
        var form = hana.get(seen.page().selectFirst("a[href^=/invitations/]").attr("href"));
        var email = fresh("hana");
        assertThat(hana.submit(form, "/sign-up", signUp("Hana", email)).status())
                .isEqualTo(200);
        var confirm = mailsTo(email).getFirst().path();
        hana.submit(hana.get(confirm), confirm, Map.of());
        var start = hana.get("/");
        assertThat(start.text()).contains("You are invited to Sober Shore");
        assertThat(hana.submit(hana.get(path), path, Map.of()).location()).isEqualTo("/onboarding/" + slug);
    }

    @Test
    void whoAskedHearsTheAnswerInTheirLanguage() {
        slug = place(Community.Joining.REQUEST, "en");
        var marama = cast.person("Marama");
        sql.sql("update identity.account set language = 'de' where id = ?")
                .param(marama.member().value())
                .update();
        var asMarama = cast.at(port, marama);
        asMarama.submit(asMarama.get("/communities/" + slug), "/requests/" + slug, Map.of("words", "Hello"));
        var list = asAna.get("/requests/" + slug);
        var action = list.page().selectFirst("form[action$=/decision]").attr("action");
        asAna.submit(list, action, Map.of("accepted", "true", "reply", "It’s good that you {0} come."));
        var mail = mailsTo(marama.member() + "@example.org").getFirst();
        assertThat(mail.subject()).isEqualTo("Es gibt eine Antwort für dich");
        assertThat(mail.body())
                .contains("Ana sagt: willkommen", "„It’s good that you {0} come.“")
                .doesNotContainIgnoringCase("sober", slug);
    }

    @Test
    void actsOfManagersAreInTheLogWithoutAWordOfTheirs() {
        slug = place(Community.Joining.REQUEST, "en");
        var settings = "/settings/" + slug;
        asAna.submit(asAna.get(settings), settings, Map.of("tagline", "For dry mornings"));
        var marama = cast.person("Marama");
        var asMarama = cast.at(port, marama);
        asMarama.submit(asMarama.get("/communities/" + slug), "/requests/" + slug, Map.of("words", "Hello"));
        var list = asAna.get("/requests/" + slug);
        asAna.submit(
                list, list.page().selectFirst("form[action$=/decision]").attr("action"), Map.of("accepted", "true"));
        var card = "/members/" + slug + "/" + marama.member();
        asAna.submit(asAna.get(card), card, Map.of("role", "MODERATOR"));
        invite("");
        var log = sql.sql("select verb, detail, subject from audit.entry where actor = :ana order by seq")
                .param("ana", ana.member().value())
                .query((row, n) -> List.of(row.getString("verb"), row.getString("detail"), row.getString("subject")))
                .list();
        assertThat(log)
                .extracting(List::getFirst)
                .containsExactly("community.changed", "request.accepted", "role.given", "invite.made");
        assertThat(log.toString()).doesNotContainIgnoringCase("dry", "sober", "drink", "hello");
    }

    @Test
    void aNumberThatIsNoneIsUnreadableAndNoFault() {
        var page = "/invites/" + slug;
        assertThat(asAna.submit(asAna.get(page), page, Map.of("days", "soon")).status())
                .isEqualTo(400);
    }
}
