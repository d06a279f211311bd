package kith.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import kith.house.Checkup;
import kith.house.Finding;
import kith.house.House;
import kith.house.HouseKey;
import kith.identity.Ids;
import kith.identity.Viewer;
import kith.page.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Marama answers a mail of the house, and a real mailbox brings her words home: once, from her alone, and nothing of what she quoted. */
class AnswersTest extends StillHouse {
    private static final UUID TOPIC = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID POST = UUID.fromString("01900000-0000-7000-8000-000000000002");

    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @Autowired
    AnswerSettings settings;

    @Autowired
    AnswerAddresses addresses;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Bounces bounces;

    @Autowired
    Ear ear;

    @Autowired
    House house;

    @Autowired
    HouseKey key;

    private GreenMailUser box;
    private Viewer marama;
    private String to;

    @BeforeEach
    void theMailboxIsThere() {
        post.start();
        box = post.setUser("post@example.org", "post", "secret");
        settings.keep(
                new AnswerBox("post@example.org", "127.0.0.1", post.getImap().getPort(), false, "post", "secret"));
        ear.heard.clear();
        ear.made = new Taken.Posted("/posts/1", List.of());
        sql.sql("delete from notification.mail").update();
        marama = member("Marama");
        notice();
        to = addresses.answers(marama.member(), "test.reply", TOPIC, POST).orElseThrow();
    }

    @AfterEach
    void theMailboxCloses() {
        post.stop();
        settings.forget();
    }

    private void notice() {
        var bundle = Ids.next();
        sql.sql("""
                        insert into notification.bundle (id, account_id, thread_id, community_id, last_id)
                        values (:id, :who, :topic, :id, :id)""")
                .param("id", bundle)
                .param("who", marama.member().value())
                .param("topic", TOPIC)
                .update();
        sql.sql("""
                        insert into notification.notice (id, bundle_id, account_id, kind, about_id, at)
                        values (:id, :bundle, :who, 'test.reply', :about, now())""")
                .param("id", Ids.next())
                .param("bundle", bundle)
                .param("who", marama.member().value())
                .param("about", POST)
                .update();
    }

    private String email() {
        return marama.member() + "@example.org";
    }

    private String letter(String more, String body) {
        return "From: Maria Schmidt <%s>\nTo: <%s>\nMessage-ID: <%s@mail.example>\nSubject: Re: Somebody answered you\n%s\n\n%s"
                .formatted(email(), to, UUID.randomUUID(), more, body);
    }

    private static String plain(String more) {
        return "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8" + more;
    }

    private void arrives(String letter) throws Exception {
        box.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        mailbox.look();
    }

    private int left() throws FolderException {
        return post.getManagers().getImapHostManager().getInbox(box).getMessageCount();
    }

    private List<String> told() {
        return sql.sql("select subject || '|' || body from notification.mail where account_id = :who order by id")
                .param("who", marama.member().value())
                .query(String.class)
                .list();
    }

    @Test
    void herWordsComeHomeOnceAndTheMailDoesNotStay() throws Exception {
        var letter = letter(plain(""), "Mit dem Frühstück.\n\nOn Monday Kith wrote:\n> Somebody answered you\n> " + to);
        arrives(letter);
        arrives(letter);
        assertThat(ear.heard).containsExactly(marama.member() + " " + TOPIC + " " + POST + " Mit dem Frühstück.");
        assertThat(left()).isZero();
        assertThat(told()).isEmpty();
    }

    @Test
    void theAddressIsShortEnoughAndStandsChangesOfCase() throws Exception {
        assertThat(to.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(to).matches("post\\+a[0-9a-f]{52}@example\\.org");
        to = to.toUpperCase(java.util.Locale.ROOT);
        arrives(letter(plain(""), "Yes."));
        assertThat(ear.heard).hasSize(1);
    }

    @Test
    void aMailThatIsNotForTheHouseIsLeftAlone() throws Exception {
        to = "post@example.org";
        arrives(letter(plain(""), "Dear operator"));
        to = "post+a" + "0".repeat(52) + "@elsewhere.example";
        arrives(letter(plain(""), "Dear operator"));
        assertThat(ear.heard).isEmpty();
        assertThat(left()).isEqualTo(2);
    }

    @Test
    void anAddressThatNobodyMadeTakesNothing() throws Exception {
        to = to.replaceFirst("\\+a....", "+a0000");
        arrives(letter(plain(""), "Let me in"));
        to = to.substring(0, to.indexOf('@') - 1) + (to.contains("0@") ? "1" : "0") + to.substring(to.indexOf('@'));
        arrives(letter(plain(""), "Let me in"));
        assertThat(ear.heard).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void whoGotHoldOfHerAddressCannotSpeakForHerAndSheIsTold() throws Exception {
        arrives(letter(plain(""), "Something mean").replace(email(), "stranger@example.net"));
        arrives(letter(plain(""), "Something mean").replace("From: Maria", "From: x <stranger@example.net>, Maria"));
        assertThat(ear.heard).isEmpty();
        assertThat(told())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail)
                        .startsWith("Somebody answered in your place|")
                        .doesNotContain("mean", "stranger"));
    }

    @Test
    void machinesAreNotHeard() throws Exception {
        for (var header : List.of(
                "Auto-Submitted: auto-replied",
                "Precedence: bulk",
                "X-Auto-Response-Suppress: All",
                "X-Autoreply: yes",
                "Return-Path: <>",
                "List-Id: <some.example.org>")) {
            arrives(letter(header + "\n" + plain(""), "I am away until Monday."));
        }
        arrives(letter(plain(""), "A mail of the house that comes back")
                .replaceFirst("Message-ID: <.*>", "Message-ID: <" + UUID.randomUUID() + "@localhost>"));
        assertThat(ear.heard).isEmpty();
        assertThat(told()).isEmpty();
        assertThat(left()).isZero();
    }

    @Test
    void aMailOfAPersonMaySayThatItIsOne() throws Exception {
        arrives(letter("Auto-Submitted: no\n" + plain(""), "Yes."));
        assertThat(ear.heard).hasSize(1);
    }

    @Test
    void whatMayNotBePublishedIsSaidInAMailWithTheReasonAndWithoutHerWords() throws Exception {
        ear.made = new Taken.Kept(
                Refusal.in("", "conversation.mailed.anonymous"), "/topics/" + TOPIC + "#reply", List.of());
        arrives(letter(plain(""), "Some secret words"));
        assertThat(told()).hasSize(1);
        assertThat(told().getFirst())
                .startsWith("Your answer by mail waits for you|")
                .contains("In this topic you speak anonymously", "/topics/" + TOPIC)
                .doesNotContain("secret");
    }

    @Test
    void picturesThatSheChoseComeAlongAndWhyOthersDoNotIsSaid() throws Exception {
        ear.made = new Taken.Posted(
                "/posts/1", List.of(Refusal.in("pictures", "conversation.picture.heavy", 6, 12), refusal(), refusal()));
        arrives(letter("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b", """
                --b
                Content-Type: multipart/related; boundary=c

                --c
                Content-Type: text/html; charset=windows-1252
                Content-Transfer-Encoding: quoted-printable

                <p>My morning, caf=E9</p><img src=3D"cid:own"><div class=3D"gmail_signature"><img src=3D"cid:logo"></div><blockquote><img src=3D"cid:old"></blockquote>
                --c
                %s
                --c
                %s
                --c
                %s
                --c--
                --b
                Content-Type: image/jpeg
                Content-ID: <f_gmail>
                Content-Disposition: attachment; filename=Maria.jpg
                Content-Transfer-Encoding: base64

                /9j/4AAQ
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename=letter.pdf

                %%PDF
                --b--
                """.formatted(
                        inline("own"), inline("logo"), inline("old"))));
        assertThat(ear.heard).hasSize(1);
        assertThat(ear.heard.getFirst()).endsWith(" My morning, café");
        assertThat(ear.pictures).hasSize(2);
        assertThat(told()).hasSize(1);
        assertThat(told().getFirst())
                .startsWith("Your answer is there, without some of its pictures|")
                .contains("One of these is larger than 12 MB.", "/posts/1")
                .containsOnlyOnce("One post has room for 6 pictures.")
                .doesNotContain("Maria");
    }

    private static Refusal refusal() {
        return Refusal.in("pictures", "conversation.picture.most", 6, 12);
    }

    private static String inline(String id) {
        return "Content-Type: image/png\nContent-ID: <%s>\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\n%s"
                .formatted(id, "iVBO".repeat(12_000));
    }

    @Test
    void linesBrokenForSendingAreWholeAgainAndOddMailsDoNoHarm() throws Exception {
        arrives(letter(plain("; format=flowed"), "One long \nline.\n\nAnother."));
        arrives(letter("MIME-Version: 1.0\nContent-Type: text/plain; charset=no-such", "Some words"));
        arrives(letter("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=", "--\nno end"));
        arrives(letter("MIME-Version: 1.0\nContent-Type: ;;;", "what is this"));
        assertThat(ear.heard.getFirst()).endsWith(" One long line.\n\nAnother.");
        assertThat(ear.heard.get(1)).endsWith(" Some words");
        arrives(letter(plain(""), "Still listening."));
        assertThat(ear.heard.getLast()).endsWith(" Still listening.");
    }

    @Test
    void aMailThatComesBackStopsMailsToThatAddress() throws Exception {
        var mail = Ids.next();
        sql.sql("""
                        insert into notification.mail (id, account_id, address, locale, subject, body, html)
                        values (:id, :who, :address, 'en', '', '', '')""")
                .param("id", mail)
                .param("who", marama.member().value())
                .param("address", email())
                .update();
        to = addresses.returns(bounces.tag(mail, email())).orElseThrow();
        arrives(report("delayed", "4.4.1"));
        assertThat(bounces.stopped(marama.member(), email())).isFalse();
        arrives(report("failed", "5.1.1"));
        assertThat(bounces.stopped(marama.member(), email())).isTrue();
        assertThat(ear.heard).isEmpty();
    }

    private String report(String action, String status) {
        return letter(
                "MIME-Version: 1.0\nAuto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=b",
                """
                --b
                Content-Type: text/plain

                It did not work.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net

                Final-Recipient: rfc822; somebody@example.net
                Action: %s
                Status: %s
                --b--
                """.formatted(action, status));
    }

    @Test
    void theDoctorSaysWhetherTheMailboxAnswers() {
        var chart = new Checkup.Chart(house, sql, key, Map.of());
        assertThat(new AnswerCheckup().look(chart)).extracting(Finding::grade).containsOnly(Finding.Grade.OK);
        post.stop();
        assertThat(new AnswerCheckup().look(chart)).extracting(Finding::grade).contains(Finding.Grade.WRONG);
        settings.forget();
        assertThat(new AnswerCheckup().look(chart)).extracting(Finding::grade).containsExactly(Finding.Grade.OK);
        assertThat(addresses.answers(marama.member(), "test.reply", TOPIC, POST))
                .isEmpty();
    }
}
