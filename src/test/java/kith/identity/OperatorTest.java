package kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kith.Visitor;
import kith.house.Arguments;
import kith.house.Terminal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the operator does in the house after its first start, and what nobody else may. */
class OperatorTest extends IdentityHouse {
    @Autowired
    RoutesCommand routes;

    private Visitor opal() {
        if (accounts.byEmail(email("Opal")).isEmpty()) {
            member("Opal", true);
        }
        sql.sql("delete from identity.bucket").update();
        return signedIn("Opal");
    }

    @Test
    void onePageLeadsOpalToAllThatSheLooksAfter() {
        var opal = opal();
        var house = opal.get("/house");
        for (var link : house.page().select("main a[href]").eachAttr("href")) {
            assertThat(opal.get(link).status()).as(link).isEqualTo(200);
        }
        assertThat(house.page().select(".rail a").eachAttr("href"))
                .contains("/house", "/accounts", "/invitations", "/mails");
        assertThat(opal.get("/account").page().select("main a[href=/house]")).isNotEmpty();
        member("Tern");
        var tern = signedIn("Tern");
        assertThat(tern.get("/house").status()).isEqualTo(404);
        assertThat(tern.get("/account").page().select("a[href=/house]")).isEmpty();
    }

    @Test
    void theHouseGetsANameAndAnAddressThatLinksLeadTo() {
        var opal = opal();
        var form = opal.get("/house/edit");
        for (var wrong :
                List.of("http://kith.example.org", "https://kith.example.org/path", "javascript:alert(1)", "kith")) {
            assertThat(opal.submit(form, "/house", Map.of("name", "Harbour", "address", wrong))
                            .status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        opal.submit(form, "/house", Map.of("name", "Harbour", "address", "https://kith.example.org/"));
        var invited = opal.submit(opal.get("/invitations"), "/invitations", Map.of("email", "new@example.org"));
        assertThat(invited.words()).contains("https://kith.example.org/invitations/");
        opal.submit(form, "/house", Map.of("name", "Harbour", "address", ""));
        assertThat(opal.get("/house").words()).contains("Harbour", "http://localhost:" + port);
    }

    @Test
    void aMailServerIsTriedKeptSealedAndNeverShown() throws Exception {
        var post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        var opal = opal();
        try {
            var server =
                    Map.of("host", "127.0.0.1", "port", "" + post.getSmtp().getPort(), "from", "house@example.org");
            var tried = opal.submit(opal.get("/house/mail"), "/house/mail", server);
            assertThat(tried.status()).isEqualTo(303);
            var page = opal.get("/house/mail");
            var trial = opal.post(
                    "/house/mail/trials",
                    Map.of(
                            "host",
                            "127.0.0.1",
                            "port",
                            "" + post.getSmtp().getPort(),
                            "safety",
                            "starttls",
                            "from",
                            "house@example.org"));
            assertThat(trial.words()).contains("took the test mail");
            assertThat(Stream.of(post.getReceivedMessages()).map(OperatorTest::head))
                    .contains("A test from your house to " + email("Opal"));
            var silent = opal.post(
                    "/house/mail/trials",
                    Map.of("host", "127.0.0.1", "port", "1", "safety", "starttls", "from", "house@example.org"));
            assertThat(silent.status()).isEqualTo(422);
            assertThat(silent.words()).contains("did not take the test mail");
            opal.submit(page, "/house/mail", Map.of("user", "opal", "password", "a sealed secret word"));
        } finally {
            post.stop();
        }
        assertThat(opal.get("/house/mail").body()).doesNotContain("sealed secret");
        assertThat(sql.sql("select string_agg(value, ' ') from house.setting")
                        .query(String.class)
                        .single())
                .doesNotContain("sealed secret");
        var kept = opal.get("/house/mail");
        assertThat(opal.submit(kept, "/house/mail", Map.of("from", "other@example.org"))
                        .status())
                .as("an empty password goes on using the kept one")
                .isEqualTo(303);
        assertThat(opal.submit(kept, "/house/mail", Map.of("host", "elsewhere.example.org"))
                        .status())
                .as("but never for another server")
                .isEqualTo(422);
        assertThat(opal.submit(kept, "/house/mail/removal", Map.of()).status()).isEqualTo(303);
        assertThat(opal.get("/house").words()).contains("Mails are kept in the house");
    }

    @Test
    void theLogIsCheckedAndTheLimitsAreReadInTheBrowser() {
        var opal = opal();
        assertThat(opal.submit(opal.get("/house/audit"), "/house/audit", Map.of())
                        .words())
                .contains("The log is whole");
        assertThat(opal.get("/limits").page().select("tbody tr")).hasSize(Limit.values().length);
        for (var limit : Limit.values()) {
            assertThat(opal.get("/limits").words()).doesNotContain(limit.key());
        }
    }

    @Test
    void theRoutesAreListedWithTheirAudience() {
        var printed = new ByteArrayOutputStream();
        routes.run(new Arguments(List.of()), Terminal.on(new PrintStream(printed, true, StandardCharsets.UTF_8)));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("GET +/house +OPERATOR +notification/HouseController.show")
                .containsPattern("POST +/sign-in +EVERYONE +identity/SignInController.create")
                .doesNotContain(" nobody ");
    }

    private static String head(Message mail) {
        try {
            return mail.getSubject() + " to " + mail.getAllRecipients()[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
