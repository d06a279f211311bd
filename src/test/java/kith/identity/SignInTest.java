package kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is let in, and how. */
class SignInTest extends IdentityHouse {
    @Autowired
    SecondSteps steps;

    @Test
    void maramaSignsInWithHerPasswordAndOut() {
        member("Marama");
        var marama = signedIn("Marama");
        assertThat(marama.get("/account").status()).isEqualTo(200);
        assertThat(marama.get("/account").headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(marama.post("/sign-out").headers().firstValue("Clear-Site-Data"))
                .isPresent();
        assertThat(marama.get("/account").to()).isEqualTo("/sign-in?to=%2Faccount");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        member("Tane");
        var visitor = visitor();
        visitor.get("/sign-in");
        var wrong = visitor.post("/sign-in", "email", email("Tane"), "password", "not the right one");
        var unknown = visitor.post("/sign-in", "email", email("Nobody"), "password", "not the right one");
        assertThat(wrong.status()).isEqualTo(422).isEqualTo(unknown.status());
        assertThat(wrong.words()).isEqualTo(unknown.words());
    }

    @Test
    void theNewSessionHasANewSecretAndTheOldFormTokenIsWorthNothing() {
        member("Hana");
        var hana = visitor();
        hana.get("/sign-in");
        var before = hana.cookie("__Host-csrf");
        hana.post("/sign-in", "email", email("Hana"), "password", PASSWORD);
        assertThat(hana.cookie("__Host-csrf")).isNotEmpty().isNotEqualTo(before);
        assertThat(hana.cookie("__Host-kith")).isNotEmpty();
    }

    @Test
    void nobodyIsSentAwayFromTheHouseBySigningIn() {
        member("Aroha");
        for (var to :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"}) {
            var visitor = visitor();
            visitor.get("/sign-in");
            assertThat(visitor.post("/sign-in", "email", email("Aroha"), "password", PASSWORD, "to", to)
                            .to())
                    .isEqualTo("/");
        }
    }

    @Test
    void aLinkByMailSignsInOnceUnderFiftyParallelTries() throws Exception {
        member("Wiremu");
        var visitor = visitor();
        visitor.get("/sign-in-links/new");
        var asked = visitor.post("/sign-in-links", "email", email("Wiremu"), "to", "/account");
        var unknown = visitor.post("/sign-in-links", "email", email("Nobody"), "to", "/account");
        assertThat(asked.words()).isEqualTo(unknown.words());
        var link = linkTo("Wiremu");
        assertThat(visitor.get(link).status()).isEqualTo(200);
        try (var tries = Executors.newFixedThreadPool(50)) {
            var all = tries.invokeAll(IntStream.range(0, 50)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        var one = visitor();
                        one.get("/sign-in");
                        return one.post(link).status();
                    })
                    .toList());
            var in = 0;
            for (var one : all) {
                in += one.get() == 303 ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    void aLinkDoesNotLetInWhoWasSuspendedMeanwhile() {
        var who = member("Rangi");
        var visitor = visitor();
        visitor.get("/sign-in-links/new");
        visitor.post("/sign-in-links", "email", email("Rangi"));
        var link = linkTo("Rangi");
        sql.sql(
                        "update identity.account set status = 'SUSPENDED', suspended_reason = 'You asked for a pause.' where id = :id")
                .param("id", who.value())
                .update();
        visitor.get(link);
        var answer = visitor.post(link);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.words()).contains("You asked for a pause.");
        assertThat(visitor.cookie("__Host-kith")).isEmpty();
        var export = answer.page().select("form[action^=/exports/]").attr("action");
        var file = visitor.post(export);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(visitor.post(export).status()).isEqualTo(410);
    }

    @Test
    void theSecondStepIsAskedAfterPasswordLinkAndResetAndEachCodeIsGoodOnce() {
        var who = member("Mere");
        var secret = new byte[20];
        var codes = steps.begin(who, secret, 0);
        var mere = visitor();
        mere.get("/sign-in");
        assertThat(mere.post("/sign-in", "email", email("Mere"), "password", PASSWORD)
                        .words())
                .contains("Second step");
        assertThat(mere.get("/account").status()).isEqualTo(303);
        mere.get("/sign-in");
        var code = Totp.code(secret, Instant.now().getEpochSecond() / 30, 6);
        assertThat(mere.post("/sign-in/second", "code", code, "to", "/account").status())
                .isEqualTo(303);
        var again = visitor();
        again.get("/sign-in");
        again.post("/sign-in", "email", email("Mere"), "password", PASSWORD);
        assertThat(again.post("/sign-in/second", "code", code).status()).isEqualTo(422);
        assertThat(again.post("/sign-in/second", "code", codes.getFirst()).status())
                .isEqualTo(303);
        var third = visitor();
        third.get("/sign-in");
        third.post("/sign-in", "email", email("Mere"), "password", PASSWORD);
        assertThat(third.post("/sign-in/second", "code", codes.getFirst()).status())
                .isEqualTo(422);
        var reset = visitor();
        reset.get("/passwords/new");
        reset.post("/passwords", "email", email("Mere"));
        var link = linkTo("Mere");
        reset.get(link);
        assertThat(reset.post(link, "password", "nine brave herons wade").words())
                .contains("Second step");
        assertThat(reset.cookie("__Host-kith")).isEmpty();
    }

    @Test
    void whatSomebodyWasSendingIsGivenBackAfterTheSignIn() {
        member("Kiri");
        var kiri = visitor();
        kiri.get("/sign-in");
        var stopped = kiri.post("/account", "about", "I like long walks", "password", "never carried");
        assertThat(stopped.status()).isEqualTo(401);
        var form = stopped.page().select("form[action=/sign-in]").first();
        var path = form.select("input[name=carried-path]").attr("value");
        var carried = form.select("input[name=carried]").eachAttr("value");
        assertThat(carried).noneMatch(field -> field.contains("never"));
        var back = kiri.post(
                "/sign-in",
                "email",
                email("Kiri"),
                "password",
                PASSWORD,
                "carried-path",
                path,
                "carried",
                carried.getFirst());
        assertThat(back.words()).contains("You are signed in again", "I like long walks");
        assertThat(back.page().select("form[action=/account] input[name=about]").attr("value"))
                .isEqualTo("I like long walks");
        assertThat(back.page().select("form[action=/account] input[name=_csrf]").attr("value"))
                .isNotEmpty();
        assertThat(kiri.post("/account", "about", "I like long walks").status()).isEqualTo(422);
    }

    @Test
    void aNewPasswordEndsEveryOtherSessionAndEveryLink() {
        member("Ruth");
        var here = signedIn("Ruth");
        var there = signedIn("Ruth");
        var visitor = visitor();
        visitor.get("/passwords/new");
        visitor.post("/passwords", "email", email("Ruth"));
        var link = linkTo("Ruth");
        here.get("/account/password");
        assertThat(here.post("/account/password", "password", "nine brave herons wade")
                        .status())
                .isEqualTo(303);
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(there.get("/account").status()).isEqualTo(303);
        assertThat(visitor.get(link).status()).isEqualTo(410);
        assertThat(mailsTo("Ruth").getFirst()).contains("your password was changed");
    }

    @Test
    void tooManyTriesAreStoppedWithATimeToComeBack() {
        member("Ana");
        var visitor = visitor();
        visitor.get("/sign-in");
        var last = IntStream.rangeClosed(0, Limit.SIGN_IN_ADDRESS.capacity())
                .mapToObj(i -> visitor.post("/sign-in", "email", email("Ana"), "password", "guess number " + i))
                .toList()
                .getLast();
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(sql.sql("select count(*) from identity.bucket where id like '%example%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
