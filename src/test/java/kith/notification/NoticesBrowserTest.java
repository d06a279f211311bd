package kith.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import kith.Browser;
import kith.Eye;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The inbox, the choices and the way out of mails in a real browser, on a small phone and wide, by day and by night: no axe violation anywhere. */
@Tag("browser")
class NoticesBrowserTest extends NoticesHouse {
    private final Eye eye = new Eye();
    private final BrowserContext person = Browser.person();
    private final Page page = person.newPage();

    @Autowired
    Bounces bounces;

    @Autowired
    Silences silences;

    @Autowired
    Bundles bundles;

    @AfterEach
    void close() {
        person.close();
        assertThat(eye.faults()).isEmpty();
    }

    @Test
    void taneReadsHisNoticesAndChoosesWhatReachesHim() {
        var tane = member("Tane Eyes");
        signIn("Tane Eyes");
        go("/notices");
        eye.look(page, "notices-empty");
        var topic = Ids.next();
        for (var who : new String[] {"Hemi", "Aroha", "Kiri", "Marama"}) {
            tell(replies, tane, topic, who);
        }
        tell(followed, tane, topic, "Ana");
        var quiet = Ids.next();
        tell(replies, tane, quiet, "Ruru");
        tell(replies, tane, quiet, "Ruru");
        bundles.silence(bundle(tane, quiet), true);
        var read = Ids.next();
        tell(replies, tane, read, "Weka");
        inbox.seen(tane, read);
        bounces.stop(tane, email("Tane Eyes"));
        go("/notices");
        eye.look(page, "notices");
        go("/notices/choices");
        eye.look(page, "choices");
        page.locator("#from").selectOption("22");
        page.locator("main form .submit button").click();
        eye.look(page, "choices-error");
        go(silences.path(Silences.TOPIC, bundle(tane, topic)));
        eye.look(page, "silence");
        page.locator("main form button").click();
        eye.look(page, "silenced");
    }

    private java.util.UUID bundle(MemberId who, java.util.UUID thread) {
        return sql.sql("select id from notification.bundle where account_id = :who and thread_id = :thread")
                .param("who", who.value())
                .param("thread", thread)
                .query(java.util.UUID.class)
                .single();
    }

    private void signIn(String name) {
        go("/sign-in");
        page.locator("#email").fill(email(name));
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private void go(String path) {
        page.navigate("http://localhost:" + port + path);
    }
}
