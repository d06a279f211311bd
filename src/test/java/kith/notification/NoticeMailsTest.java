package kith.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kith.Visitor;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails of notices through a real mail server: when they go out, to whom, and that they tell nobody else anything. */
class NoticeMailsTest extends NoticesHouse {
    private GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Ringing ringing;

    @Autowired
    Relay relay;

    @Autowired
    Smtp smtp;

    @Autowired
    Choices choices;

    @Autowired
    Wishes wishes;

    @BeforeEach
    void open() {
        sql.sql("delete from notification.mail").update();
        sql.sql("delete from notification.bundle").update();
        clock.set("2026-11-02T09:00:00Z");
        post.start();
        serve();
    }

    private void serve() {
        smtp.choose(new Smtp.Server("127.0.0.1", post.getSmtp().getPort(), null, null, false, "house@example.org"));
    }

    @AfterEach
    void close() {
        smtp.forget();
        post.stop();
    }

    private List<MimeMessage> mails() {
        ringing.ring();
        ringing.digest();
        relay.carry();
        return List.of(post.getReceivedMessages());
    }

    private void pass(Duration time) {
        clock.pass(time);
    }

    private static String all(MimeMessage mail) {
        return GreenMailUtil.getHeaders(mail) + "\n" + mail(mail);
    }

    private static String mail(MimeMessage mail) {
        try {
            return text(mail.getContent());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Object content) throws Exception {
        if (content instanceof jakarta.mail.Multipart parts) {
            var text = new StringBuilder();
            for (var i = 0; i < parts.getCount(); i++) {
                text.append(text(parts.getBodyPart(i).getContent())).append("\n=====\n");
            }
            return text.toString();
        }
        return content.toString();
    }

    @Test
    void aMailAboutAnAnswerTellsWhoeverLooksOverAShoulderNothing() throws Exception {
        var tane = member("Tane Mail");
        var about = tell(replies, tane, Ids.next(), "Marama");
        assertThat(mails()).as("the topic may be read first").isEmpty();
        pass(Inbox.DELAY);
        assertThat(mails()).hasSize(1);
        assertThat(mails()).as("once").hasSize(1);
        var mail = mails().getFirst();
        assertThat(mail.getSubject()).isEqualTo("There is something for you in Kith");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Kith <house@example.org>");
        assertThat(all(mail)).contains("/posts/" + about).doesNotContainIgnoringCase("prednisone").doesNotContain("Marama", "sleep", "Tane Mail", tane.toString());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Id")[0]).isEqualTo("Kith <notices.localhost>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(sql.sql("select address || body || html from notification.mail").query(String.class).single()).isEmpty();
    }

    @Test
    void whoAsksForTheWordsGetsThemButNeverInTheSubjectAndWithoutPictures() throws Exception {
        var tane = member("Tane Words");
        wishes.keep(tane, new Wish(true, true, null, null, null, 18, null), clock.instant());
        tell(replies, tane, Ids.next(), "Marama");
        pass(Inbox.DELAY);
        var mail = mails().getFirst();
        assertThat(mail.getSubject()).isEqualTo("There is something for you in Kith");
        assertThat(mail(mail)).contains("Marama answered you", "It was prednisone for me.").doesNotContain("<img", "src=");
        assertThat(GreenMailUtil.getHeaders(mail)).doesNotContain("Marama", "rednisone");
    }

    @Test
    void whoReadsTheTopicFirstGetsNoMailEvenWhenItWasOnItsWay() {
        var tane = member("Tane Reads");
        var topic = Ids.next();
        tell(replies, tane, topic, "Marama");
        inbox.seen(tane, topic);
        pass(Inbox.DELAY);
        assertThat(mails()).isEmpty();
        tell(replies, tane, topic, "Aroha");
        pass(Inbox.DELAY);
        ringing.ring();
        inbox.seen(tane, topic);
        assertThat(mails()).isEmpty();
        assertThat(waiting()).as("nothing is left to be sent").isZero();
    }

    @Test
    void aQuickExchangeIsOneMailAndTheTopicStaysOneThreadPerReader() throws Exception {
        var tane = member("Tane Thread");
        var hemi = member("Hemi Thread");
        var topic = Ids.next();
        for (var i = 0; i < 5; i++) {
            tell(replies, tane, topic, "Marama");
        }
        pass(Inbox.DELAY);
        assertThat(mails()).hasSize(1);
        tell(replies, tane, topic, "Aroha");
        tell(replies, tane, Ids.next(), "Aroha");
        tell(replies, hemi, topic, "Aroha");
        pass(Inbox.DELAY);
        var all = mails();
        assertThat(all).hasSize(4);
        assertThat(mail(all.getFirst())).contains("5 times");
        assertThat(all.stream().map(NoticeMailsTest::subject).distinct()).hasSize(1);
        assertThat(references(all, email("Tane Thread"))).hasSize(3);
        assertThat(references(all, email("Tane Thread")).stream().distinct()).as("two topics").hasSize(2);
        assertThat(references(all, email("Hemi Thread"))).as("nobody can join two readers by it").doesNotContainAnyElementsOf(references(all, email("Tane Thread")));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> references(List<MimeMessage> mails, String to) {
        return mails.stream()
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains("To: " + to))
                .map(NoticeMailsTest::reference)
                .toList();
    }

    private static String reference(MimeMessage mail) {
        try {
            assertThat(mail.getHeader("In-Reply-To")).isEqualTo(mail.getHeader("References"));
            return mail.getHeader("References")[0];
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMailServerThatIsAwayForTwoHoursCostsNoMailAndDoublesNone() throws Exception {
        var tane = member("Tane Away");
        tell(replies, tane, Ids.next(), "Marama");
        pass(Inbox.DELAY);
        var port = post.getSmtp().getPort();
        post.stop();
        ringing.ring();
        var id = sql.sql("select id from notification.mail").query(String.class).single();
        for (var minute = 0; minute < 120; minute++) {
            relay.carry();
            pass(Duration.ofMinutes(1));
        }
        assertThat(sql.sql("select tries from notification.mail").query(Integer.class).single()).isBetween(5, 12);
        post = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        for (var minute = 0; minute < 120; minute++) {
            relay.carry();
            pass(Duration.ofMinutes(1));
        }
        assertThat(post.getReceivedMessages()).hasSize(1);
        assertThat(post.getReceivedMessages()[0].getMessageID()).isEqualTo("<" + id + "@localhost>");
    }

    @Test
    void aNodeThatDiesAfterHandingInLeavesAMailThatComesAgainUnderTheSameId() throws Exception {
        var tane = member("Tane Dies");
        tell(replies, tane, Ids.next(), "Marama");
        pass(Inbox.DELAY);
        mails();
        sql.sql("update notification.mail set state = 'WAITING', next_at = made_at").update();
        var twice = mails();
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0).getMessageID()).isEqualTo(twice.get(1).getMessageID());
    }

    @Test
    void aNodeThatDiesWhileItRingsLeavesTheTopicToTheOther() {
        var tane = member("Tane Claim");
        tell(replies, tane, Ids.next(), "Marama");
        pass(Inbox.DELAY);
        assertThat(bundles.due()).as("claimed, and then dies").hasSize(1);
        assertThat(mails()).isEmpty();
        pass(Duration.ofMinutes(5));
        assertThat(mails()).hasSize(1);
    }

    @Autowired
    Bundles bundles;

    @Test
    void twoNodesTellEachOnce() throws Exception {
        for (var i = 0; i < 12; i++) {
            tell(replies, member("Two Nodes " + (char) ('A' + i)), Ids.next(), "Marama");
        }
        pass(Inbox.DELAY);
        try (var nodes = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            for (var done : nodes.invokeAll(List.of(() -> act(), () -> act()))) {
                done.get();
            }
        }
        assertThat(mails()).hasSize(12);
    }

    private Object act() {
        ringing.ring();
        relay.carry();
        return this;
    }

    @Test
    void whatWasTakenBackMeanwhileIsNotMailed() {
        var tane = member("Tane Gone");
        var topic = Ids.next();
        var post = tell(replies, tane, topic, "Marama");
        pass(Inbox.DELAY);
        ringing.ring();
        replies.visible().remove(post);
        assertThat(mails()).isEmpty();
        assertThat(waiting()).isZero();
    }

    private int waiting() {
        return sql.sql("select count(*) from notification.mail where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    @Test
    void mailsWaitForTheEndOfQuietHoursInTheReadersOwnZone() {
        var tane = member("Tane Quiet");
        wishes.keep(tane, new Wish(true, false, 21, 7, null, 18, null), clock.instant());
        // 22:00 in Auckland
        tell(replies, tane, Ids.next(), "Marama");
        pass(Inbox.DELAY);
        assertThat(mails()).isEmpty();
        clock.set("2026-11-02T17:59:00Z");
        assertThat(mails()).isEmpty();
        clock.set("2026-11-02T18:00:00Z");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void theDigestComesAtTheMembersHourWithWhatIsUnreadThenAndNeverEmpty() throws Exception {
        var tane = member("Tane Digest");
        wishes.keep(tane, new Wish(true, false, null, null, null, 18, null), clock.instant());
        choices.choose(tane, Choices.EVERYWHERE, replies.kind(), Way.DIGEST);
        var read = Ids.next();
        tell(replies, tane, read, "Marama");
        var post = tell(replies, tane, Ids.next(), "Aroha");
        tell(replies, tane, Ids.next(), "Hemi");
        pass(Inbox.DELAY);
        assertThat(mails()).isEmpty();
        inbox.seen(tane, read);
        replies.visible().remove(post);
        clock.set("2026-11-03T04:59:00Z");
        assertThat(mails()).isEmpty();
        clock.set("2026-11-03T05:00:00Z");
        var mails = mails();
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getSubject()).isEqualTo("What is new for you in Kith");
        assertThat(mail(mails.getFirst())).contains("In one place").doesNotContain("Hemi", "Marama", "Aroha");
        clock.set("2026-11-04T05:00:00Z");
        assertThat(mails()).as("nothing new, no digest").hasSize(1);
        var topic = Ids.next();
        tell(replies, tane, topic, "Marama");
        pass(Inbox.DELAY);
        ringing.ring();
        inbox.seen(tane, topic);
        clock.set("2026-11-05T05:00:00Z");
        assertThat(mails()).as("all read, no digest").hasSize(1);
    }

    @Test
    void aPauseHoldsEverythingBackForOneMailOnTheFirstDayBack() {
        var tane = member("Tane Pause");
        wishes.keep(tane, new Wish(true, false, null, null, 1, 9, java.time.LocalDate.parse("2026-11-06")), clock.instant());
        tell(replies, tane, Ids.next(), "Marama");
        tell(replies, tane, Ids.next(), "Aroha");
        for (var hour = 0; hour < 24 * 3; hour++) {
            pass(Duration.ofHours(1));
            assertThat(mails()).isEmpty();
        }
        clock.set("2026-11-05T20:00:00Z");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whatIsFollowedStaysInTheHouseAndAChoiceOfOneCommunityGoesBeforeThatOfAll() {
        var tane = member("Tane Choice");
        tell(followed, tane, Ids.next(), "Marama");
        pass(Inbox.DELAY);
        assertThat(mails()).isEmpty();
        assertThat(inbox.unread(tane)).isEqualTo(1);
        choices.choose(tane, Choices.EVERYWHERE, followed.kind(), Way.NONE);
        tell(followed, tane, Ids.next(), "Marama");
        assertThat(inbox.unread(tane)).isEqualTo(1);
        choices.choose(tane, COMMUNITY, followed.kind(), Way.AT_ONCE);
        tell(followed, tane, Ids.next(), "Marama");
        pass(Inbox.DELAY);
        assertThat(mails()).hasSize(1);
    }
}
