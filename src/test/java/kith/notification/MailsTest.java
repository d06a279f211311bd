package kith.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kith.Kith;
import kith.house.Checkup;
import kith.house.House;
import kith.house.HouseKey;
import kith.house.TestHouse;
import kith.identity.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails go out through a real mail server, once each, in the reader's language, and wait for one that is away. */
@SpringBootTest(
        classes = Kith.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kith.test=mails")
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class MailsTest {
    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Mails mails;

    @Autowired
    Relay relay;

    @Autowired
    Smtp smtp;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Composing composing;

    @Autowired
    Bounces bounces;

    @Autowired
    House house;

    @Autowired
    HouseKey key;

    private Checkup.Chart chart;

    @BeforeEach
    void open() {
        sql.sql("delete from notification.mail").update();
        chart = new Checkup.Chart(house, sql, key, Map.of());
        post.start();
        smtp.choose(new Smtp.Server("127.0.0.1", post.getSmtp().getPort(), null, null, false, "house@example.org"));
    }

    @AfterEach
    void close() {
        post.stop();
    }

    private void write(Locale locale) {
        mails.post(
                new Letter(null, "marama@example.org", locale, "identity.mail.sign-in", "/sign-in-links/x", List.of()));
    }

    @Test
    void aMailGoesOutOnceInTheReadersLanguageWithANeutralSubject() throws Exception {
        write(Locale.GERMAN);
        relay.carry();
        relay.carry();
        assertThat(post.getReceivedMessages()).hasSize(1);
        var mail = post.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Dein Link zum Anmelden");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Kith <house@example.org>");
        assertThat(mail.getMessageID())
                .startsWith("<"
                        + sql.sql("select id from notification.mail")
                                .query(String.class)
                                .single());
        assertThat(sql.sql("select body || html || address from notification.mail")
                        .query(String.class)
                        .single())
                .as("no link stays behind")
                .isEmpty();
    }

    @Test
    void aMailOfAnActThatDidNotHappenIsNeverSent() {
        transactions.executeWithoutResult(act -> {
            write(Locale.ENGLISH);
            act.setRollbackOnly();
        });
        relay.carry();
        assertThat(post.getReceivedMessages()).isEmpty();
    }

    @Test
    void aMailWaitsForAServerThatIsAwayAndKeepsItsId() throws Exception {
        write(Locale.ENGLISH);
        post.stop();
        relay.carry();
        assertThat(sql.sql("select state from notification.mail")
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING");
        assertThat(sql.sql("select tries from notification.mail")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(sql.sql("select next_at > now() from notification.mail")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        sql.sql("update notification.mail set made_at = now() - interval '25 hours', next_at = now()")
                .update();
        relay.carry();
        assertThat(sql.sql("select state from notification.mail")
                        .query(String.class)
                        .single())
                .isEqualTo("PARKED");
    }

    @Test
    void pausesGrowUpToTwoHours() {
        assertThat(Relay.pause(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Relay.pause(3)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Relay.pause(40)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theMailServersPasswordIsNotInTheDatabase() {
        smtp.choose(new Smtp.Server("mail.example", 587, "house", "a very secret word", false, "house@example.org"));
        assertThat(sql.sql("select string_agg(value, ' ') from house.setting")
                        .query(String.class)
                        .single())
                .doesNotContain("very secret");
        assertThat(smtp.server().orElseThrow().password()).isEqualTo("a very secret word");
    }

    /** The lock of the claim is what keeps the second relay away: without it both would send each mail. */
    @Test
    void twoRelaysAtOnceSendEachMailOnce() throws Exception {
        for (var i = 0; i < 60; i++) {
            write(Locale.ENGLISH);
        }
        var other = new Relay(sql, smtp, transactions, composing, bounces, Clock.systemUTC());
        var start = new CountDownLatch(1);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var both = Stream.of(relay, other)
                    .map(node -> nodes.submit(() -> {
                        start.await();
                        node.carry();
                        return node;
                    }))
                    .toList();
            start.countDown();
            for (var node : both) {
                node.get();
            }
        }
        // The house's own clock may be carrying some of them, too.
        assertThat(post.waitForIncomingEmail(10_000, 60)).isTrue();
        var ids = new ArrayList<String>();
        for (var mail : post.getReceivedMessages()) {
            ids.add(mail.getMessageID());
        }
        assertThat(ids).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void theDoctorSaysWhetherTheMailServerAnswers() {
        assertThat(new MailCheckup().look(chart).toString()).contains("The mail server 127.0.0.1 answers");
        post.stop();
        assertThat(new MailCheckup().look(chart).toString()).contains("does not answer");
    }

    @Test
    void keptMailsGoOutOnceThereIsAServerAndTheOperatorSaysSo() {
        smtp.forget();
        write(Locale.ENGLISH);
        relay.carry();
        assertThat(mails.load()).isEqualTo(new Mails.Load(0, 1, 0));
        smtp.choose(new Smtp.Server("127.0.0.1", post.getSmtp().getPort(), null, null, false, "house@example.org"));
        relay.carry();
        assertThat(post.getReceivedMessages()).isEmpty();
        mails.sendAgain();
        relay.carry();
        assertThat(post.getReceivedMessages()).hasSize(1);
    }
}
