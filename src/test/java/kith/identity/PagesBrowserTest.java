package kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import kith.Browser;
import kith.Eye;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A newcomer's and an operator's pages as they come one after the other in a real browser, with what refuses and what comes once: no axe violation anywhere. */
@Tag("browser")
@Import(PagesBrowserTest.Door.class)
class PagesBrowserTest extends IdentityHouse {
    private static final AtomicBoolean OPEN = new AtomicBoolean();

    @TestConfiguration
    static class Door {
        @Bean
        SignUpPolicy door() {
            return OPEN::get;
        }
    }

    private final Eye eye = new Eye();
    private final BrowserContext person = Browser.person(
            new NewContextOptions().setTimezoneId("Pacific/Auckland").setAcceptDownloads(true));
    private final Page page = person.newPage();

    @BeforeEach
    void calm() {
        OPEN.set(false);
        sql.sql("delete from identity.bucket").update();
    }

    @AfterEach
    void close() {
        person.close();
        assertThat(eye.faults()).isEmpty();
    }

    @Test
    void maramaBecomesAMember() {
        go("/sign-up");
        eye.look(page, "sign-up-closed");
        OPEN.set(true);
        go("/sign-up");
        eye.look(page, "sign-up");
        assertThat(page.locator("#zone").inputValue()).isEqualTo("Pacific/Auckland");
        assertThat(page.locator("#zone").isVisible()).isFalse();
        unchecked("form[action='/sign-up']");
        eye.look(page, "sign-up-errors");
        page.locator("#email").fill("marama.tui@example.org");
        page.locator("#name").fill("Marama Tui");
        page.locator("#password").fill(PASSWORD);
        for (var box : new String[] {"oldEnough", "terms", "privacy", "healthData"}) {
            page.locator("#" + box).check();
        }
        press("Become a member");
        eye.look(page, "sign-up-doubts");
        press("Yes, take this name");
        eye.look(page, "look-for-mail");
        var link = linkAt("marama.tui@example.org");
        signIn("marama.tui@example.org");
        go("/pictures/new");
        eye.look(page, "confirm-first");
        go("/account");
        eye.look(page, "account-unconfirmed");
        try (var elsewhere = Browser.person()) {
            var other = elsewhere.newPage();
            other.navigate(at(link));
            eye.look(other, "confirm-elsewhere");
        }
        go(link);
        eye.look(page, "confirm");
        press("Confirm");
        assertThat(page.locator("[role=status]").textContent()).contains("confirmed");
        assertThat(sql.sql("select timezone from identity.account where email = 'marama.tui@example.org'")
                        .query(String.class)
                        .single())
                .isEqualTo("Pacific/Auckland");
        go(link);
        eye.look(page, "link-gone");
    }

    @Test
    void whoSignsInSeesWhatIsWrongAndWhatTheyWereSending() {
        member("Weta");
        go("/sign-in");
        eye.look(page, "sign-in");
        page.locator("#email").fill(email("Weta"));
        page.locator("#password").fill("not the right one");
        press("Sign in");
        eye.look(page, "sign-in-wrong");
        go("/sign-in-links/new");
        eye.look(page, "ask-link");
        page.locator("#email").fill(email("Weta"));
        press("Send me a link");
        eye.look(page, "link-sent");
        go(linkTo("Weta"));
        eye.look(page, "use-link");
        go("/passwords/new");
        eye.look(page, "forgot");
        page.locator("#email").fill(email("Weta"));
        page.locator("main form button").first().click();
        go(linkTo("Weta"));
        eye.look(page, "reset");
        signIn(email("Weta"));
        go("/consents");
        person.clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-kith"));
        go("/sign-in");
        page.evaluate("""
                () => { const form = document.querySelector("form[action='/sign-in']");
                        form.action = '/account'; form.noValidate = true;
                        const about = document.createElement('textarea'); about.name = 'about';
                        about.value = 'I like slow mornings and long walks.'; form.append(about); form.submit(); }""");
        page.waitForLoadState();
        page.waitForURL("**/account");
        eye.look(page, "sign-in-carried");
        page.locator("#email").fill(email("Weta"));
        page.locator("#password").fill(PASSWORD);
        press("Sign in");
        eye.look(page, "carried");
    }

    @Test
    void taneLooksAfterHisAccountAndLeaves(@TempDir Path folder) throws Exception {
        member("Tane Mahuta Deep");
        signIn(email("Tane Mahuta Deep"));
        for (var path : new String[] {
            "/account",
            "/account/security",
            "/account/email",
            "/account/password",
            "/sessions",
            "/consents",
            "/pictures/new",
            "/passkeys"
        }) {
            go(path);
            eye.look(page, path.substring(1).replace('/', '-'));
        }
        go("/account");
        page.locator("#name").fill("x");
        press("Save");
        eye.look(page, "account-errors");
        go("/pictures/new");
        var text = Files.writeString(folder.resolve("words.txt"), "not a picture");
        page.locator("#picture").setInputFiles(text);
        press("Save");
        eye.look(page, "picture-refused");
        secondStep();
        export(folder);
        leave();
    }

    private void secondStep() {
        go("/account/second-step");
        eye.look(page, "second-step");
        page.locator("#code").fill("000000");
        press("Switch it on");
        eye.look(page, "second-step-wrong");
        page.locator("#code").fill(Totp.code(secret(), Instant.now().getEpochSecond() / 30, 6));
        press("Switch it on");
        eye.look(page, "recovery-codes");
        var spare = page.locator(".secret code").first().textContent();
        go("/account/second-step");
        eye.look(page, "second-step-on");
        go("/account");
        press("Sign out");
        page.waitForURL("**/sign-in");
        signIn(email("Tane Mahuta Deep"));
        eye.look(page, "second");
        page.locator("#code").fill("123456");
        press("Go on");
        eye.look(page, "second-wrong");
        page.locator("#code").fill(spare);
        press("Go on");
        page.waitForURL("**/");
    }

    private byte[] secret() {
        var bits = new java.math.BigInteger("1");
        var text = page.locator("code.secret").textContent().replaceAll("[^A-Z2-7]", "");
        for (var letter : text.toCharArray()) {
            bits = bits.shiftLeft(5)
                    .or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        var bytes = bits.shiftRight(text.length() * 5 % 8).toByteArray();
        return java.util.Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    private void export(Path folder) throws Exception {
        proveAgain();
        go("/exports");
        eye.look(page, "export");
        var file = page.waitForDownload(() -> press("Make my file")).path();
        try (var zip = new ZipFile(file.toFile())) {
            var index = folder.resolve("index.html");
            Files.write(index, zip.getInputStream(zip.getEntry("index.html")).readAllBytes());
            page.navigate(index.toUri().toString());
        }
        eye.look(page, "export-index");
    }

    private void proveAgain() {
        sql.sql("update identity.session set proved_at = now() - interval '1 day'")
                .update();
        go("/exports");
        eye.look(page, "proof");
        page.locator("#password").fill("not it at all");
        press("Go on");
        eye.look(page, "proof-wrong");
        page.locator("#password").fill(PASSWORD);
        press("Go on");
    }

    private void leave() {
        go("/erasures/new");
        eye.look(page, "erasure");
        page.locator("#name").fill("Somebody");
        press("Remove everything");
        eye.look(page, "erasure-wrong");
        page.locator("#name").fill("Tane Mahuta Deep");
        press("Remove everything");
        eye.look(page, "goodbye");
    }

    @Test
    void theOperatorLooksAfterTheHouse() {
        member("Opal", true);
        member("Kea");
        signIn(email("Opal"));
        for (var path : new String[] {
            "/house", "/house/edit", "/house/mail", "/house/audit", "/limits", "/accounts", "/invitations", "/mails"
        }) {
            go(path);
            eye.look(page, "operator" + path.replace('/', '-'));
        }
        go("/house/edit");
        page.locator("#name").fill("x");
        page.locator("#address").fill("http://kith.example.org/path");
        press("Save");
        eye.look(page, "operator-house-edit-errors");
        go("/house/mail");
        unchecked("form[action='/house/mail']");
        eye.look(page, "operator-house-mail-errors");
        go("/house/audit");
        press("Check the log");
        eye.look(page, "operator-house-audit-checked");
        go("/invitations");
        page.locator("#email").fill("newcomer@example.org");
        press("Invite");
        eye.look(page, "operator-invited");
        go("/mails");
        page.locator(".record a").first().click();
        eye.look(page, "operator-mail");
        go("/accounts?name=Kea");
        page.getByText("Pause").first().click();
        eye.look(page, "operator-suspension");
        unchecked("main form");
        eye.look(page, "operator-suspension-errors");
        page.locator("#reason").fill("You asked others for money. Please write to us when you want to come back.");
        press("Pause this account");
        eye.look(page, "operator-accounts-paused");
        try (var out = Browser.person()) {
            var paused = out.newPage();
            paused.navigate(at("/sign-in"));
            paused.locator("#email").fill(email("Kea"));
            paused.locator("#password").fill(PASSWORD);
            paused.locator("form[action='/sign-in'] button[type=submit], form[action='/sign-in'] .submit button")
                    .first()
                    .click();
            eye.look(paused, "kept-out");
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private void go(String path) {
        page.navigate(at(path));
    }

    private void signIn(String email) {
        go("/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        press("Sign in");
        page.waitForLoadState();
    }

    /** Sends a form past the browser's own checks, as a browser without them would. */
    private void unchecked(String form) {
        page.waitForNavigation(() -> page.evaluate(
                "name => { const form = document.querySelector(name); form.noValidate = true; form.requestSubmit(); }",
                form));
    }

    private String linkAt(String address) {
        var body = sql.sql("select body from notification.mail where address = :to order by id desc limit 1")
                .param("to", address)
                .query(String.class)
                .single();
        return body.replaceAll("(?s).*http://localhost:\\d+(/\\S+).*", "$1");
    }

    private void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
    }
}
