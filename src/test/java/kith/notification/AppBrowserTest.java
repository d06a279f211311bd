package kith.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import kith.Browser;
import kith.Eye;
import kith.identity.Ids;
import kith.identity.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The house as an app in a real browser, under the real policy: it can be kept on a home screen, says that it is offline, and tells what it may. */
@Tag("browser")
class AppBrowserTest extends StillHouse {
    private final List<String> complaints = new ArrayList<>();
    private Viewer marama;

    @BeforeEach
    void people() {
        marama = member("Marama");
    }

    private BrowserContext at(Viewer who, String language) throws Exception {
        var context = Browser.person(new NewContextOptions().setLocale(language));
        context.addCookies(List.of(new Cookie("__Host-kith", session(who))
                .setDomain("localhost")
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return context;
    }

    private Page go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    /** Waits until the worker stands behind the page. */
    private static void worker(Page page) {
        page.evaluate("""
                navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller
                    ?? new Promise((stands) => navigator.serviceWorker.addEventListener('controllerchange', stands))).then(() => 0)""");
    }

    @Test
    void aPhoneMayKeepTheHouseAmongItsApps() throws Exception {
        try (var hers = at(marama, "en")) {
            var page = go(hers.newPage(), "/account");
            worker(page);
            var devtools = hers.newCDPSession(page);
            var manifest = devtools.send("Page.getAppManifest");
            assertThat(manifest.getAsJsonArray("errors")).isEmpty();
            assertThat(manifest.get("url").getAsString()).endsWith("/manifest.webmanifest");
            assertThat(manifest.get("data").getAsString()).contains("\"display\":\"standalone\"", "\"maskable\"");
            var why = devtools.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors");
            assertThat(why)
                    .as("why it could not be installed, but for the test's private window")
                    .allMatch(error ->
                            error.getAsJsonObject().get("errorId").getAsString().equals("in-incognito"));
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void withoutAConnectionHerOwnPageSaysSoAndNothingSheReadIsKept() throws Exception {
        try (var hers = at(marama, "de-DE")) {
            sql.sql("update identity.account set language = 'de' where id = ?")
                    .param(marama.member().value())
                    .update();
            var page = go(hers.newPage(), "/account");
            worker(page);
            go(page, "/devices");
            hers.setOffline(true);
            go(page, "/account");
            assertThat(page.locator("h1")).hasText("Du bist offline");
            assertThat(page.locator("a")).hasCount(1);
            var eye = new Eye();
            eye.look(page, "offline");
            assertThat(eye.faults()).isEmpty();
            assertThat((String) page.evaluate("""
                    async () => {
                        const kept = [];
                        for (const name of await caches.keys())
                            for (const request of await (await caches.open(name)).keys())
                                kept.push(new URL(request.url).pathname + " " + await (await caches.match(request)).text());
                        return kept.join("\\n");
                    }""")).startsWith("/offline ").doesNotContain("Marama", "/account", "\n/");
            hers.setOffline(false);
            page.locator("a").click();
            assertThat(page.locator("h1")).hasText("Dein Konto");
        }
    }

    @Test
    void aFormThatCannotBeSentStaysAsItIs() throws Exception {
        try (var hers = at(marama, "en")) {
            var page = go(hers.newPage(), "/account");
            worker(page);
            page.locator("#about").fill("I like the sea.");
            hers.setOffline(true);
            page.locator("#about").press("Tab");
            page.locator("form[action='/account'] .submit button").click();
            assertThat(page.locator("form[action='/account'] [role=alert]")).containsText("You are offline.");
            assertThat(page.locator("#about")).hasValue("I like the sea.");
            hers.setOffline(false);
            page.locator("form[action='/account'] .submit button").click();
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.locator(".notice")).isVisible();
            assertThat(page.locator("#about")).hasValue("I like the sea.");
        }
    }

    @Test
    void aPushShowsTheSameWordsForEverything() throws Exception {
        try (var hers = at(marama, "en")) {
            hers.grantPermissions(List.of("notifications"));
            var page = go(hers.newPage(), "/account");
            worker(page);
            deliver(hers, page, "{\"id\":\"" + Ids.next() + "\"}");
            page.waitForTimeout(500);
            assertThat(shown(page)).isEqualTo("Something new for you|");
            deliver(hers, page, "not what the house sends");
            page.waitForTimeout(500);
            assertThat(shown(page)).isEqualTo("Something new for you|");
        }
    }

    private static String shown(Page page) {
        return (String)
                page.evaluate(
                        "navigator.serviceWorker.ready.then(async (w) => (await w.getNotifications()).map((n) => n.title + '|' + n.body).join())");
    }

    /** Hands the worker a push as the browser does after it opened the seal. */
    private void deliver(BrowserContext browser, Page page, String words) {
        var devtools = browser.newCDPSession(page);
        var registration = new ArrayList<String>();
        devtools.on(
                "ServiceWorker.workerRegistrationUpdated",
                event -> event.getAsJsonArray("registrations")
                        .forEach(one -> registration.add(
                                one.getAsJsonObject().get("registrationId").getAsString())));
        devtools.send("ServiceWorker.enable");
        for (var n = 0; n < 50 && registration.isEmpty(); n++) {
            page.waitForTimeout(50);
        }
        var push = new JsonObject();
        push.addProperty("origin", "http://localhost:" + port);
        push.addProperty("registrationId", registration.getLast());
        push.addProperty("data", words);
        devtools.send("ServiceWorker.deliverPushMessage", push);
        devtools.detach();
    }

    /** The browser's maker cannot be reached from a test: its part is played by a push service on this machine. */
    private static final String MAKER = """
            PushManager.prototype.subscribe = async function (options) {
                const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)).buffer;
                const made = { endpoint: '%s', options: { applicationServerKey: bytes(options.applicationServerKey) },
                    getKey: (name) => bytes(name === 'auth' ? '%s' : '%s'), unsubscribe: async () => { sessionStorage.removeItem('made'); return true; } };
                sessionStorage.setItem('made', '1');
                return made;
            };
            PushManager.prototype.getSubscription = async function () {
                return sessionStorage.getItem('made') ? this.subscribe({ applicationServerKey: document.querySelector('[data-push]').dataset.push }) : null;
            };""";

    @Test
    void maramaIsToldOnHerPhoneTriesItAndTakesItAway() throws Exception {
        try (var hers = at(marama, "en")) {
            hers.grantPermissions(List.of("notifications"));
            hers.addInitScript(MAKER.formatted(service.endpoint("phone"), service.secret(), service.key()));
            var page = go(hers.newPage(), "/devices");
            var eye = new Eye();
            press(page, "Tell me on this device");
            assertThat(page.locator(".notice")).hasText("This device tells you from now on.");
            assertThat(page.locator("[data-here]")).isVisible();
            assertThat(page.locator("[data-push-on]")).isHidden();
            eye.look(page, "devices");
            press(page, "Try it out");
            assertThat(page.locator(".notice")).hasText("On its way. It should appear in a few seconds.");
            relay.carry();
            assertThat(service.came).hasSize(1);
            assertThat(service.came.getFirst().words()).matches("\\{\"id\":\"[0-9a-f-]{36}\"}");
            press(page, "Remove");
            assertThat(page.locator("[data-push-on]")).isVisible();
            assertThat(devices.of(marama)).isEmpty();
            eye.look(page, "devices-none");
            assertThat(eye.faults()).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void anEndpointOfNobodysMakerIsRefusedInWords() throws Exception {
        try (var hers = at(marama, "en")) {
            hers.grantPermissions(List.of("notifications"));
            hers.addInitScript(MAKER.formatted("https://push.example.org/x", service.secret(), service.key()));
            var page = go(hers.newPage(), "/devices");
            press(page, "Tell me on this device");
            assertThat(page.locator("#refusals")).containsText("We do not know who carries messages to this browser.");
            assertThat(devices.of(marama)).isEmpty();
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
