package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import kith.Visitor;
import kith.house.Node;
import kith.house.TestHouse;
import kith.identity.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two real processes of one house are killed again and again (SIGKILL) while people write and mails are under way: whoever is owed news gets it. */
class KilledNodesTest {
    private static final int PEOPLE = 10;
    private static final int KILLS = 4;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private TestHouse house;
    private JdbcClient sql;
    private SlowPost post;
    private Cast cast;

    /** Somebody with a topic of their own, who answers the next one. */
    private record Person(Viewer viewer, String session, String topic) {}

    @BeforeEach
    void open() throws Exception {
        house = TestHouse.fresh();
        sql = house.asOwner();
        post = new SlowPost();
        cast = new Cast(sql);
        start();
        start();
        nodes.forEach(Node::ready);
        for (var n = 0; n < PEOPLE; n++) {
            people.add(person("Person " + n));
        }
    }

    @AfterEach
    void close() throws Exception {
        nodes.forEach(Node::close);
        post.close();
        house.close();
    }

    private void start() {
        nodes.add(house.node(Map.of("KITH_SMTP_URL", post.url())));
    }

    private Person person(String name) {
        var viewer = cast.member(name);
        var session = cast.session(viewer);
        var visitor = at(0, session);
        visitor.get("/conversations/" + cast.slug + "/new");
        var opened = visitor.post(
                "/topics",
                "community",
                cast.slug,
                "section",
                "medicines",
                "title",
                name + " asks",
                "note",
                "",
                "body",
                "How?");
        return new Person(viewer, session, opened.location().substring("/topics/".length()));
    }

    private Visitor at(int node, String session) {
        return new Visitor(nodes.get(node).port()).with("__Host-kith", session);
    }

    @Test
    void everyNoticeIsInTheInboxAndEveryMailArrivesAtLeastOnceUnderOneId() throws Exception {
        var seed = ThreadLocalRandom.current().nextLong();
        var chance = new Random(seed);
        var written = new AtomicInteger();
        for (var kill = 0; kill < KILLS; kill++) {
            var done = new AtomicBoolean();
            var writer = Thread.ofVirtual().start(() -> write(written, done));
            if (kill == 0) {
                post.goDead();
                assertThat(tookOne()).as("a mail was taken and nobody heard so").isTrue();
            } else {
                dueNow();
                Thread.sleep(chance.nextInt(4_000));
            }
            kill(kill == KILLS - 1 ? 2 : 1, kill % 2);
            done.set(true);
            writer.join();
            post.comeBack();
            claimsEnd();
            nodes.forEach(Node::ready);
        }
        assertThat(written.get())
                .as("posts that were answered 303, seed %d", seed)
                .isGreaterThan(PEOPLE);
        settle();
        everyPostIsInAnInbox(written.get());
        everyMailCameUnderItsOwnId();
        everyInboxShowsIt();
    }

    private boolean tookOne() throws InterruptedException {
        for (var n = 0; n < 60; n++) {
            dueNow();
            if (post.tookOne()) {
                return true;
            }
        }
        return false;
    }

    /** People answer each other on either node, and on the other where one does not answer. */
    private void write(AtomicInteger written, AtomicBoolean done) {
        for (var n = 0; !done.get(); n++) {
            var who = people.get(n % PEOPLE);
            var topic = people.get((n + 1) % PEOPLE).topic();
            try {
                var visitor = at(n % 2, who.session());
                visitor.get("/topics/" + topic);
                var answer = visitor.post("/topics/" + topic + "/replies", "body", "Like this: " + UUID.randomUUID());
                written.addAndGet(answer.status() == 303 ? 1 : 0);
                Thread.sleep(40);
            } catch (UncheckedIOException killed) {
                continue;
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void kill(int many, int first) {
        for (var n = 0; n < many; n++) {
            var at = (first + n) % 2;
            nodes.get(at).close();
            nodes.set(at, house.node(Map.of("KITH_SMTP_URL", post.url())));
        }
    }

    /** As if the two minutes were over that somebody has to read a topic first. */
    private void dueNow() {
        sql.sql(
                        "update notification.bundle set ring_at = now() where ring_at between now() and now() + interval '2 minutes'")
                .update();
    }

    /** As if the five minutes were over for which a node that is dead has claimed what it was about to do. */
    private void claimsEnd() {
        sql.sql("update notification.bundle set ring_at = now() where ring_at is not null")
                .update();
        sql.sql("update notification.mail set next_at = now() where state = 'WAITING'")
                .update();
    }

    private void settle() throws InterruptedException {
        var end = Instant.now().plus(Duration.ofMinutes(2));
        while (owed() > 0) {
            assertThat(Instant.now()).as(nodes.getFirst().log()).isBefore(end);
            dueNow();
            Thread.sleep(300);
        }
    }

    private int owed() {
        return sql.sql("""
                        select (select count(*) from notification.bundle where ring_at is not null)
                             + (select count(*) from notification.mail where state = 'WAITING')""").query(Integer.class).single();
    }

    private void everyPostIsInAnInbox(int written) {
        var replies = sql.sql("select count(*) from conversation.post where not opens")
                .query(Integer.class)
                .single();
        assertThat(replies).as("what was answered 303 is there").isGreaterThanOrEqualTo(written);
        assertThat(sql.sql("""
                        select count(*) from conversation.post p join conversation.topic t on t.id = p.topic_id
                        join notification.notice n on n.kind = 'conversation.reply' and n.about_id = p.id and n.account_id = t.author_id
                        where not p.opens""").query(Integer.class).single()).isEqualTo(replies);
    }

    private void everyMailCameUnderItsOwnId() {
        var owed = sql.sql("""
                        select m.id, a.email from notification.notice n join notification.mail m on m.id = n.mail_id
                        join identity.account a on a.id = n.account_id""")
                .query((row, n) -> Map.entry("<" + row.getString("id") + "@localhost>", row.getString("email")))
                .list();
        assertThat(sql.sql("select count(*) from notification.notice where mail_id is null")
                        .query(Integer.class)
                        .single())
                .as("everything was to be mailed")
                .isZero();
        var came = new TreeMap<String, Set<String>>();
        var ids = new ArrayList<String>();
        for (var mail : post.mails()) {
            came.computeIfAbsent(id(mail), id -> new TreeSet<>()).add(to(mail));
            ids.add(id(mail));
        }
        assertThat(came)
                .isEqualTo(owed.stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, one -> Set.of(one.getValue()), (a, b) -> a, TreeMap::new)));
        assertThat(ids.size()).as("one at least came twice, under its own id").isGreaterThan(came.size());
    }

    private void everyInboxShowsIt() {
        for (var n = 0; n < PEOPLE; n++) {
            assertThat(at(n % 2, people.get(n).session()).get("/notices").words())
                    .contains("answered in your conversation “Person " + n + " asks”");
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
