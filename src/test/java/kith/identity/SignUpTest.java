package kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.Visitor;
import kith.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Becoming a member, and what nobody learns from it. */
@Import(SignUpTest.OpenDoor.class)
class SignUpTest extends IdentityHouse {
    @TestConfiguration
    static class OpenDoor {
        @Bean
        SignUpPolicy openDoor() {
            return () -> true;
        }
    }

    @Autowired
    Erasures erasures;

    private static Answer signUp(Visitor visitor, String email, String name, String... more) {
        visitor.get("/sign-up");
        var form = new ArrayList<>(List.of(
                "email",
                email,
                "name",
                name,
                "password",
                PASSWORD,
                "oldEnough",
                "true",
                "terms",
                "true",
                "privacy",
                "true",
                "healthData",
                "true",
                "sure",
                name));
        form.addAll(List.of(more));
        return visitor.post("/sign-up", form.toArray(String[]::new));
    }

    @Test
    void maramaSignsUpConfirmsAndIsIn() {
        var marama = visitor();
        assertThat(signUp(marama, email("Otter"), "River Otter").words()).contains("Look into your mail");
        var link = linkTo("Otter");
        assertThat(marama.get(link).page().select("input[name=password]")).isEmpty();
        assertThat(marama.post(link).status()).isEqualTo(303);
        assertThat(marama.get("/account").status()).isEqualTo(200);
        assertThat(marama.post(link).status()).isEqualTo(410);
        assertThat(sql.sql(
                                "select count(*) from identity.consent c join identity.account a on a.id = c.account_id where a.email = :email")
                        .param("email", email("Otter"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void anAddressThatIsKnownGetsTheSamePageAndItsOwnerAMail() {
        member("Heron");
        var known = signUp(visitor(), email("Heron"), "Somebody New");
        var fresh = signUp(visitor(), email("Fresh"), "Somebody Newer");
        assertThat(known.status()).isEqualTo(fresh.status());
        assertThat(known.words()).isEqualTo(fresh.words());
        assertThat(known.headers().map().keySet())
                .isEqualTo(fresh.headers().map().keySet());
        assertThat(mailsTo("Heron").getFirst()).contains("you have one already");
    }

    @Test
    void whoOpensTheMailInAnotherBrowserGivesThePassword() {
        signUp(visitor(), email("Victim"), "Borrowed Name");
        var victim = visitor();
        var link = linkTo("Victim");
        assertThat(victim.get(link).page().select("input[name=password]")).isNotEmpty();
        assertThat(victim.post(link).status()).isEqualTo(422);
        assertThat(victim.post(link, "password", "I never chose one").status()).isEqualTo(422);
        victim.get("/sign-in-links/new");
        victim.post("/sign-in-links", "email", email("Victim"));
        var own = linkTo("Victim");
        victim.get(own);
        assertThat(victim.post(own).status()).isEqualTo(303);
        assertThat(sql.sql("select password is null from identity.account where email = :email")
                        .param("email", email("Victim"))
                        .query(Boolean.class)
                        .single())
                .as("the password that a stranger set is gone")
                .isTrue();
    }

    @Test
    void whoHasNotConfirmedIsAskedToInPlaceOfAPageForMembers() {
        signUp(visitor(), email("Waiting"), "Waiting Duck");
        var duck = visitor();
        duck.get("/sign-in");
        assertThat(duck.post("/sign-in", "email", email("Waiting"), "password", PASSWORD)
                        .status())
                .isEqualTo(303);
        var asked = duck.get("/pictures/new");
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.words()).contains("Please confirm your e-mail address first", email("Waiting"));
        assertThat(duck.post("/confirmations").status()).isEqualTo(200);
    }

    @Test
    void whatSomebodyWroteBeforeTheyConfirmedIsSentAfterwards() {
        var plover = visitor();
        signUp(plover, email("Plover"), "Sandy Plover");
        plover.get("/sign-in");
        plover.post("/sign-in", "email", email("Plover"), "password", PASSWORD);
        plover.get("/account");
        var words = "Good morning, all of you";
        var first = plover.post("/topics", "community", "nowhere", "body", words);
        assertThat(first.status()).isEqualTo(403);
        assertThat(first.words()).contains("has not been sent yet", words);
        plover.get(linkTo("Plover"));
        assertThat(plover.post(linkTo("Plover")).status()).isEqualTo(303);
        var sent = plover.submit(first, "/topics", Map.of());
        assertThat(sent.status())
                .as("past the door: there is no such community")
                .isEqualTo(404);
    }

    @Test
    void aFullNameIsAskedAboutOnceAndTypedThingsStay() {
        var visitor = visitor();
        visitor.get("/sign-up");
        var asked = visitor.post(
                "/sign-up",
                "email",
                email("Full"),
                "name",
                "Marama Tipene",
                "password",
                PASSWORD,
                "oldEnough",
                "true",
                "terms",
                "true",
                "privacy",
                "true",
                "healthData",
                "true");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.words()).contains("It looks like a full name");
        assertThat(asked.page().select("#email").attr("value")).isEqualTo(email("Full"));
        assertThat(signUp(visitor, email("Full"), "Marama Tipene").status()).isEqualTo(200);
    }

    @Test
    void eachConsentIsNeededByItself() {
        var visitor = visitor();
        visitor.get("/sign-up");
        var refused = visitor.post(
                "/sign-up", "email", email("Half"), "name", "Half Moon", "password", PASSWORD, "terms", "true");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("at least 16", "how your data is treated", "talk about health");
    }

    @Test
    void anErasedNameCanBeTakenAgainAndBringsNothingOfItsOldOwner() {
        var old = member("Kingfisher");
        sql.sql("update identity.account set about = 'an old secret' where id = :id")
                .param("id", old.value())
                .update();
        assertThat(erasures.erase(old)).isTrue();
        var fresh = member("Kingfisher");
        assertThat(fresh).isNotEqualTo(old);
        assertThat(signedIn("Kingfisher").get("/account").body()).doesNotContain("an old secret");
    }

    @Test
    void anInvitationToAnAddressLetsItsOwnerInAtOnceAndOnce() {
        var path = invitations.invite(null, email("Guest"), true);
        var guest = visitor();
        assertThat(guest.get(path).page().select("#email").attr("value")).isEqualTo(email("Guest"));
        var secret = path.substring(path.lastIndexOf('/') + 1);
        assertThat(signUp(guest, email("Guest"), "Guest Gull", "invitation", secret)
                        .status())
                .isEqualTo(303);
        assertThat(guest.get("/accounts").status()).isEqualTo(200);
        assertThat(visitor().get(path).status()).isEqualTo(404);
    }
}
