package kith.duty;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kith.community.Community;
import kith.community.CommunityId;
import kith.community.Membership;
import kith.community.Place;
import kith.community.Role;
import kith.house.TestHouse;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.identity.Status;
import kith.identity.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole life of duties on two nodes and one database, against a model that is simple enough to be believed: opened many times, claimed, lapsed, handed over,
 * routed, split, released, met, withdrawn, told in stages, while the clock goes forward, jumps and goes back.
 */
class LifeOfDutiesTest {
    private static final CommunityId HERE = new CommunityId(new UUID(1, 1));
    private static final List<MemberId> HOSTS = List.of(MemberId.next(), MemberId.next(), MemberId.next());
    private static final List<String> CAUSES = List.of("a", "b", "c", "d");
    private static TestHouse house;

    private final Hand clock = new Hand();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    /** When a cause ended last: what happened before that opens nothing. */
    private final Map<String, Instant> ended = new TreeMap<>();

    private Node one;
    private Node two;

    /** One node: its own connections, the same database. */
    private static final class Node {
        final HikariDataSource source = new HikariDataSource();
        final JdbcClient sql;
        final TransactionTemplate all;
        final DutyRows rows;
        final Duties duties;

        Node(Clock clock) {
            var app = house.database().app();
            source.setJdbcUrl(house.database().jdbcUrl());
            source.setUsername(app.user());
            source.setPassword(app.password());
            source.setMaximumPoolSize(3);
            sql = JdbcClient.create(source);
            all = new TransactionTemplate(new DataSourceTransactionManager(source));
            rows = new DutyRows(sql);
            duties = new Duties(rows, (duty, who) -> true, event -> {}, clock);
        }

        <T> T run(Callable<T> act) {
            return java.util.Objects.requireNonNull(all.execute(status -> {
                try {
                    return act.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }

        void run(Runnable act) {
            all.executeWithoutResult(status -> act.run());
        }
    }

    @BeforeAll
    static void moveIn() {
        house = TestHouse.fresh();
    }

    @AfterAll
    static void moveOut() {
        house.close();
    }

    @BeforeEach
    void empty() {
        one = new Node(clock);
        two = new Node(clock);
        one.sql.sql("delete from duty.telling").update();
        one.sql.sql("delete from duty.duty").update();
    }

    @AfterEach
    void stop() {
        one.source.close();
        two.source.close();
    }

    /** What one cause owes, as plainly as it can be said. */
    private static final class Owed {
        Instant opened = Instant.MAX;
        Instant due = Instant.MAX;

        @Nullable
        MemberId holder;

        Instant until = Instant.MIN;
        boolean routed;
        int parts;

        Instant passes() {
            return opened.plus(Duration.between(opened, due).dividedBy(4).multipliedBy(3));
        }

        boolean free(MemberId who, Instant now) {
            return holder == null || holder.equals(who) || !now.isBefore(until);
        }

        void give(MemberId to, Instant now) {
            holder = to;
            routed = true;
            var third = Duration.between(opened, due).dividedBy(3);
            var least = now.plus(third.toHours() >= 1 ? third : Duration.ofHours(1));
            until = passes().isAfter(least) ? passes() : least;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2026})
    void theWholeLifeIsWhatASimpleModelSaysWhicheverNodeActs(long seed) {
        var random = new Random(seed);
        var open = new TreeMap<String, Owed>();
        ended.clear();
        var counts = new int[3];
        for (var step = 0; step < 300; step++) {
            clock.turn(random);
            var node = random.nextBoolean() ? one : two;
            act(
                    node,
                    random,
                    CAUSES.get(random.nextInt(4)),
                    HOSTS.get(random.nextInt(3)),
                    HOSTS.get(random.nextInt(3)),
                    open,
                    counts);
            assertThat(state()).as("seed %d, step %d", seed, step).isEqualTo(said(open));
        }
        assertThat(outcomes()).as("seed %d", seed).isEqualTo(List.of(counts[0], counts[1], counts[2]));
        assertThat(counts[0] + counts[1] + counts[2]).as("seed %d", seed).isGreaterThan(20);
    }

    private void act(
            Node node,
            Random random,
            String cause,
            MemberId who,
            MemberId other,
            Map<String, Owed> open,
            int[] counts) {
        var owed = open.get(cause);
        var now = clock.now;
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                var due = now.plus(Duration.ofMinutes(random.nextInt(1, 3000)));
                twice(new NewDuty(HERE, "test", cause, Risk.ROUTINE, null, null, "/x/1", now, due));
                if (!ended.getOrDefault(cause, Instant.MIN).isBefore(now)) {
                    return;
                }
                var kept = open.computeIfAbsent(cause, c -> new Owed());
                kept.opened = kept.opened == Instant.MAX ? now : kept.opened;
                kept.due = kept.due.isBefore(due) ? kept.due : due;
            }
            case 3 -> {
                var done = node.run(() -> node.duties.claim(as(who), cause)).isEmpty();
                if (owed != null) {
                    assertThat(done).isEqualTo(owed.free(who, now));
                    if (done) {
                        var given = owed.routed && who.equals(owed.holder) && now.isBefore(owed.until);
                        var hour = now.plus(Duration.ofHours(1));
                        owed.until = given && owed.until.isAfter(hour) ? owed.until : hour;
                        owed.holder = who;
                        owed.routed = given;
                    }
                }
            }
            case 4 -> {
                var done = node.run(() -> node.duties.handOver(as(who), cause, other, "please"))
                        .isEmpty();
                if (owed != null) {
                    assertThat(done).isEqualTo(owed.free(who, now));
                    if (done) {
                        owed.give(other, now);
                    }
                }
            }
            case 5 -> {
                var done = node.run(() -> node.duties.holdAsHouse(cause, who));
                assertThat(done).isEqualTo(owed != null);
                if (owed != null) {
                    owed.give(who, now);
                }
            }
            case 6 -> {
                if (owed != null) {
                    var id = node.duties.find(as(who), cause).orElseThrow().id();
                    var done = node.run(() -> node.duties.split(as(who), id, other, "a part"))
                            .isEmpty();
                    assertThat(done).isEqualTo(owed.free(who, now));
                    owed.parts += done ? 1 : 0;
                }
            }
            case 7 -> {
                if (owed != null) {
                    var id = node.duties.find(as(who), cause).orElseThrow().id();
                    var mine = who.equals(owed.holder) && now.isBefore(owed.until);
                    assertThat(node.run(() -> node.duties.release(as(who), id)).isEmpty())
                            .isEqualTo(mine);
                    owed.holder = mine ? null : owed.holder;
                }
            }
            case 8 -> {
                node.run(() -> node.duties.meet(cause, who, "done"));
                if (owed != null) {
                    counts[now.isAfter(owed.due) ? 1 : 0]++;
                    open.remove(cause);
                    ended.merge(cause, now, (a, b) -> a.isAfter(b) ? a : b);
                    node.run(() -> node.sql
                            .sql(
                                    "update duty.duty set outcome = 'WITHDRAWN', ended_at = :now, act = 'swept', stage_at = null, holder = null, claim_until = null where part_of is not null and outcome is null")
                            .param("now", DutyRow.at(now))
                            .update());
                    counts[2] += owed.parts;
                    open.values().forEach(rest -> {
                        counts[2] += rest.parts;
                        rest.parts = 0;
                    });
                }
            }
            default -> {
                if (random.nextInt(4) == 0) {
                    node.run(() -> node.duties.withdraw(cause, "gone"));
                    if (owed != null) {
                        counts[2] += 1 + owed.parts;
                        open.remove(cause);
                        ended.merge(cause, now, (a, b) -> a.isAfter(b) ? a : b);
                    }
                }
            }
        }
    }

    /** Both nodes hear of it at the same time, and one of them twice. */
    private void twice(NewDuty wanted) {
        try (var both = Executors.newFixedThreadPool(2)) {
            List.of(
                            both.submit(() -> one.run(() -> one.duties.open(wanted))),
                            both.submit(() -> two.run(() -> two.duties.open(wanted))),
                            both.submit(() -> one.run(() -> one.duties.open(wanted))))
                    .forEach(done -> {
                        try {
                            done.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    });
        }
    }

    private Map<String, String> state() {
        var all = new TreeMap<String, String>();
        for (var cause : CAUSES) {
            one.duties
                    .find(as(HOSTS.getFirst()), cause)
                    .ifPresent(duty -> all.put(
                            cause, duty.due() + " " + duty.holder(clock.now).orElse(null) + " " + parts(duty.id())));
        }
        return all;
    }

    private int parts(DutyId whole) {
        return two.sql
                .sql("select count(*) from duty.duty where part_of = :whole and outcome is null and holder is not null")
                .param("whole", whole.value())
                .query(Integer.class)
                .single();
    }

    private Map<String, String> said(Map<String, Owed> open) {
        var all = new TreeMap<String, String>();
        open.forEach((cause, owed) -> all.put(
                cause, owed.due + " " + (clock.now.isBefore(owed.until) ? owed.holder : null) + " " + owed.parts));
        return all;
    }

    private List<Integer> outcomes() {
        return List.of(Outcome.MET, Outcome.MISSED, Outcome.WITHDRAWN).stream()
                .map(outcome -> one.sql
                        .sql("select count(*) from duty.duty where outcome = :outcome")
                        .param("outcome", outcome.name())
                        .query(Integer.class)
                        .single())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachIsToldOncePerStageThoughTwoNodesTellAndTheClockGoesBackAndOneDies(long seed) throws Exception {
        var random = new Random(seed);
        for (var n = 0; n < 40; n++) {
            var due = clock.now.plus(Duration.ofMinutes(random.nextInt(30, 600)));
            var cause = "t" + n;
            one.duties.open(new NewDuty(HERE, "test", cause, Risk.values()[n % 5], null, null, "/x/1", clock.now, due));
            one.run(() -> one.duties.claim(as(HOSTS.get(random.nextInt(3))), cause));
        }
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var step = 0; step < 60; step++) {
                clock.turn(random);
                var dies = random.nextInt(4) == 0;
                var first = both.submit(() -> tell(one, dies));
                var second = both.submit(() -> tell(two, false));
                first.get();
                second.get();
            }
        }
        clock.now = Instant.parse("2026-06-01T00:00:00Z");
        tell(two, false);

        assertThat(told).as("seed %d", seed).doesNotHaveDuplicates();
        assertThat(told.stream().filter(t -> t.endsWith("MANAGERS")).count()).isEqualTo(40);
        assertThat(told.stream().filter(t -> t.endsWith("OPERATOR")).count()).isEqualTo(40);
        assertThat(one.sql
                        .sql("select count(*) from duty.duty where stage_at is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** As the job does it; a node that dies before it commits has told nobody. */
    private boolean tell(Node node, boolean dies) {
        var heard = new ArrayList<String>();
        node.all.executeWithoutResult(status -> {
            node.rows.staged(clock.now, 15).forEach(duty -> node.rows.save(stages(duty, heard)));
            if (dies) {
                status.setRollbackOnly();
                heard.clear();
            }
        });
        told.addAll(heard);
        return true;
    }

    private Duty stages(Duty duty, List<String> heard) {
        var at = duty.stageAt();
        if (at == null || at.isAfter(clock.now)) {
            return duty;
        }
        var stage = Stage.values()[duty.plan().told()];
        heard.add(duty.cause() + " " + stage);
        return stages(duty.told(stage.ordinal() + 1), heard);
    }

    private static Place as(MemberId who) {
        var viewer = new Viewer(who, Status.ACTIVE, false, Card.NOBODY, Locale.ENGLISH, ZoneOffset.UTC, null, null);
        var community = new Community(
                HERE,
                "here",
                "Here",
                "",
                "small",
                1,
                Locale.ENGLISH,
                Community.Visibility.PRIVATE,
                Community.Joining.OPEN,
                "",
                "",
                1,
                new Community.Running(new kith.community.Pack.Edition("small", "en", 1), "", 1, 1));
        return new Place(
                viewer,
                community,
                new Membership(who, Role.MODERATOR, Membership.Standing.ACTIVE, Instant.EPOCH, 1, true, ""));
    }

    /** A clock that mostly goes on, sometimes jumps over the night in which clocks change, and sometimes goes back a little. */
    private static final class Hand extends Clock {
        private volatile Instant now = Instant.parse("2026-03-28T20:30:00Z");

        void turn(Random random) {
            now = switch (random.nextInt(12)) {
                case 0 -> now.minus(Duration.ofMinutes(random.nextInt(1, 5)));
                case 1 -> now.plus(Duration.ofHours(random.nextInt(1, 30)));
                default -> now.plus(Duration.ofMinutes(random.nextInt(1, 60)));
            };
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
