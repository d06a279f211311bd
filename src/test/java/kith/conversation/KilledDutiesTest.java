package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kith.Visitor;
import kith.house.Node;
import kith.house.TestHouse;
import kith.identity.Ids;
import kith.identity.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two real processes are killed (SIGKILL) while they tell who waits too long, and while members ask practitioners: each question has one duty, and each person is
 * told of it once.
 */
class KilledDutiesTest {
    private static final int LATE = 300;
    private static final int PEOPLE = 12;
    private static final int KILLS = 2;

    private final List<Node> nodes = new ArrayList<>();
    private TestHouse house;
    private JdbcClient sql;
    private Cast cast;
    private List<String> sessions;

    @BeforeEach
    void open() {
        house = TestHouse.fresh();
        sql = house.asOwner();
        cast = new Cast(sql);
        cast.as("Ana", "MANAGER");
        cast.as("Ruth", "PRACTITIONER");
        cast.as("Farah", "PRACTITIONER");
        var marama = cast.member("Marama");
        IntStream.range(0, LATE).forEach(n -> late(marama));
        sessions = IntStream.range(0, PEOPLE)
                .mapToObj(n -> cast.session(cast.member("Person " + n)))
                .toList();
        nodes.add(house.node(Map.of()));
        nodes.add(house.node(Map.of()));
    }

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
        house.close();
    }

    /** Asked yesterday, promised until an hour ago, and nobody has been told. */
    private void late(Viewer asker) {
        var id = Ids.next();
        sql.sql("""
                        insert into advice.question (id, community_id, section_id, asker, anonymous, closed, title, body, html, language, asked_at, waits_since, due_at,
                            look_at, state)
                        values (:id, :here, :section, :asker, false, false, 'How?', 'How?', '<p>How?</p>', '', now() - interval '25 hours',
                            now() - interval '25 hours', now() - interval '1 hour', now() + interval '1 day', 'ASKED')""")
                .param("id", id)
                .param("here", cast.community.value())
                .param("section", cast.medicines.value())
                .param("asker", asker.member().value())
                .update();
        sql.sql("""
                        insert into duty.duty (id, community_id, kind, cause, risk, owed_to, barred, about, opened_at, due_at, stage_at)
                        values (:duty, :here, 'question', 'question:' || :id, 'ROUTINE', :asker, :asker, '/question/' || :id, now() - interval '25 hours',
                            now() - interval '1 hour', now() - interval '13 hours')""")
                .param("duty", Ids.next())
                .param("id", id.toString())
                .param("here", cast.community.value())
                .param("asker", asker.member().value())
                .update();
    }

    @Test
    void eachQuestionHasOneDutyAndEachPersonIsToldOnce() throws Exception {
        var asked = new AtomicInteger();
        nodes.forEach(Node::ready);
        for (var kill = 0; kill < KILLS; kill++) {
            var done = new AtomicBoolean();
            var writer = Thread.ofVirtual().start(() -> ask(asked, done));
            whileTelling();
            kill(kill == 0 ? 2 : 1, kill % 2);
            done.set(true);
            writer.join();
            nodes.forEach(Node::ready);
        }
        var end = Instant.now().plus(Duration.ofMinutes(2));
        while (number("select count(*) from duty.duty where stage_at <= now() and outcome is null") > 0) {
            assertThat(Instant.now()).as(nodes.getFirst().log()).isBefore(end);
            Thread.sleep(300);
        }

        assertThat(asked.get()).as("questions that were answered 303").isPositive();
        assertThat(number("select count(*) from advice.question")).isGreaterThanOrEqualTo(LATE + asked.get());
        assertThat(number("""
                        select count(*) from advice.question q
                        where 1 <> (select count(*) from duty.duty d where d.cause = 'question:' || q.id and d.outcome is null)""")).as("questions without their one duty").isZero();
        assertThat(number("select count(*) from duty.duty")).isEqualTo(number("select count(*) from advice.question"));
        assertThat(number("""
                        select count(*) from duty.telling t join identity.card c on c.id = t.account_id and c.name = 'Ana' where t.stage = 'MANAGERS'""")).as("Ana heard of each that is late").isEqualTo(LATE);
        assertThat(
                        number(
                                "select count(*) from (select 1 from duty.telling group by duty_id, stage, account_id having count(*) > 1) twice"))
                .isZero();
        assertThat(number("""
                        select count(*) from duty.telling t where 1 <> (
                            select count(*) from notification.notice n where n.kind = 'duty.waits' and n.about_id = t.id and n.account_id = t.account_id)"""))
                .as("told in words that stand in their notices, once")
                .isZero();
    }

    /** Until a node is in the middle of telling: it has written who is told, and has not committed. */
    private void whileTelling() throws InterruptedException {
        var end = Instant.now().plus(Duration.ofMinutes(1));
        while (number("""
                        select count(*) from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace s on s.oid = c.relnamespace
                        where s.nspname = 'duty' and c.relname = 'telling' and l.mode = 'RowExclusiveLock'""") == 0) {
            assertThat(Instant.now())
                    .as("nobody tells: " + nodes.getFirst().log())
                    .isBefore(end);
            Thread.sleep(2);
        }
    }

    private void ask(AtomicInteger asked, AtomicBoolean done) {
        for (var n = 0; !done.get(); n++) {
            try {
                var visitor = new Visitor(nodes.get(n % 2).port()).with("__Host-kith", sessions.get(n % PEOPLE));
                visitor.get("/questions/" + cast.slug + "/new");
                var answer = visitor.post(
                        "/questions/" + cast.slug,
                        "section",
                        "medicines",
                        "title",
                        "How do you sleep with it?",
                        "body",
                        "I lie awake.",
                        "audience",
                        n % 2 == 0 ? "closed" : "all");
                asked.addAndGet(answer.status() == 303 ? 1 : 0);
                Thread.sleep(150);
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
            nodes.set(at, house.node(Map.of()));
        }
    }

    private int number(String of) {
        return sql.sql(of).query(Integer.class).single();
    }
}
