package kith;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real browser of this JVM's tests: one Playwright and one Chromium, a fresh context for each person. Use {@code http://localhost:PORT}, where Secure cookies work. */
public final class Browser {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final com.microsoft.playwright.Browser CHROMIUM = PLAYWRIGHT
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(PLACES.stream()
                            .map(Path::of)
                            .filter(Files::exists)
                            .findFirst()
                            .orElseThrow())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));

    private Browser() {}

    /** A browser of somebody's own, with nothing in it, speaking English. Close it when they are done. */
    public static BrowserContext person() {
        return person(new com.microsoft.playwright.Browser.NewContextOptions());
    }

    /** The same with options: a small screen, no JavaScript, another language. */
    public static BrowserContext person(com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = CHROMIUM.newContext(options.locale == null ? options.setLocale("en") : options);
        context.setDefaultTimeout(10_000);
        return context;
    }

    /** Gives a page's person an authenticator that always says yes, as a phone does after a finger; returns nothing until the page closes. */
    public static void authenticator(Page page) {
        var devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        var options = new com.google.gson.JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var whole = new com.google.gson.JsonObject();
        whole.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", whole);
    }
}
