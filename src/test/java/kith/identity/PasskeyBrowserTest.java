package kith.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import kith.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Passkeys, in a real browser with an authenticator that always says yes. */
@Tag("browser")
class PasskeyBrowserTest extends IdentityHouse {
    @Test
    void maramaMakesAPasskeySignsInWithItAndRemovesIt() {
        member("Marama P");
        try (var person = Browser.person()) {
            var page = person.newPage();
            Browser.authenticator(page);
            page.navigate("http://localhost:" + port + "/sign-in?to=/passkeys");
            page.getByLabel("E-mail address").fill(email("Marama P"));
            page.locator("#password").fill(PASSWORD);
            press(page, "Sign in");
            press(page, "Make a passkey on this device");
            assertThat(page.getByText("last used")).isVisible();
            page.navigate("http://localhost:" + port + "/account");
            press(page, "Sign out");
            page.waitForURL("**/sign-in");
            page.navigate("http://localhost:" + port + "/sign-in?to=/passkeys");
            press(page, "Use a passkey");
            page.waitForURL("**/passkeys");
            assertThat(page.getByText("last used")).isVisible();
            page.locator("details.sure > summary").click();
            press(page, "Remove");
            assertThat(page.getByText("You have no passkey yet.")).isVisible();
            page.navigate("http://localhost:" + port + "/account");
            press(page, "Sign out");
            page.waitForURL("**/sign-in");
            press(page, "Use a passkey");
            assertThat(page.locator("[data-passkey] [role=alert]")).isVisible();
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
