package kith.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The life of duties in a real database, against a model that is simple enough to be believed. */
class DutiesTest {
    private static final CommunityId HERE = new CommunityId(new UUID(1, 1));
    private static final List<MemberId> HOSTS = List.of(MemberId.next(), MemberId.next(), MemberId.next());
    private static final List<String> CAUSES = List.of("a", "b", "c", "d");
    private static TestHouse house;
    private static SingleConnectionDataSource line;
    private static JdbcClient sql;

    private final Hand clock = new Hand();
    private final List<Object> told = new ArrayList<>();
    private Duties duties;

    @BeforeAll
    static void moveIn() {
        house = TestHouse.fresh();
        var app = house.database().app();
        line = new SingleConnectionDataSource(house.database().jdbcUrl(), app.user(), app.password(), true);
        sql = JdbcClient.create(line);
    }

    @AfterAll
    static void moveOut() {
        line.destroy();
        house.close();
    }

    @BeforeEach
    void empty() {
        sql.sql("delete from duty.duty").update();
        duties = new Duties(new DutyRows(sql), (duty, who) -> !who.equals(duty.barred()), told::add, clock);
    }

    /** What one cause owes, as plainly as it can be said. */
    private static final class Owed {
        Instant due = Instant.MAX;

        @Nullable
        MemberId holder;

        Instant until = Instant.MIN;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2026})
    void theWholeLifeOfDutiesIsWhatASimpleModelSays(long seed) {
        var random = new Random(seed);
        var open = new HashMap<String, Owed>();
        var ended = new ArrayList<String>();
        for (var step = 0; step < 400; step++) {
            clock.now = clock.now.plus(Duration.ofMinutes(random.nextInt(50)));
            act(
                    random,
                    CAUSES.get(random.nextInt(CAUSES.size())),
                    HOSTS.get(random.nextInt(HOSTS.size())),
                    open,
                    ended);
            assertThat(openDuties()).as("seed %d, step %d", seed, step).isEqualTo(said(open));
        }
        assertThat(sql.sql(
                                "select cause || ' ' || outcome from duty.duty where outcome is not null order by ended_at, id")
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(ended);
        assertThat(ended).hasSizeGreaterThan(10);
    }

    private void act(Random random, String cause, MemberId who, Map<String, Owed> open, List<String> ended) {
        var owed = open.get(cause);
        switch (random.nextInt(7)) {
            case 0, 1 -> {
                var due = clock.now.plus(Duration.ofMinutes(random.nextInt(300)));
                duties.open(wanted(cause, due));
                var kept = open.computeIfAbsent(cause, c -> new Owed());
                kept.due = kept.due.isBefore(due) ? kept.due : due;
            }
            case 2, 3 -> claim(cause, who, owed);
            case 4 -> release(cause, who, owed);
            case 5 -> {
                duties.meet(cause, who, "done");
                if (owed != null) {
                    ended.add(cause + (clock.now.isAfter(owed.due) ? " MISSED" : " MET"));
                    open.remove(cause);
                }
            }
            default -> {
                if (random.nextInt(3) == 0) {
                    duties.withdraw(cause, "gone");
                    if (open.remove(cause) != null) {
                        ended.add(cause + " WITHDRAWN");
                    }
                }
            }
        }
    }

    private void claim(String cause, MemberId who, @Nullable Owed owed) {
        var refusal = duties.claim(as(who), cause);
        if (owed != null) {
            var free = owed.holder == null || owed.holder.equals(who) || !clock.now.isBefore(owed.until);
            assertThat(refusal.isEmpty()).isEqualTo(free);
            if (free) {
                owed.holder = who;
                owed.until = clock.now.plus(Duration.ofHours(1));
            }
        }
    }

    private void release(String cause, MemberId who, @Nullable Owed owed) {
        if (owed != null) {
            var id = duties.find(as(who), cause).orElseThrow().id();
            var mine = who.equals(owed.holder) && clock.now.isBefore(owed.until);
            assertThat(duties.release(as(who), id).isEmpty()).isEqualTo(mine);
            if (mine) {
                owed.holder = null;
            }
        }
    }

    private Map<String, String> openDuties() {
        var all = new HashMap<String, String>();
        for (var cause : CAUSES) {
            duties.find(as(HOSTS.getFirst()), cause)
                    .ifPresent(duty -> all.put(
                            cause, duty.due() + " " + duty.holder(clock.now).orElse(null)));
        }
        return all;
    }

    private Map<String, String> said(Map<String, Owed> open) {
        var all = new HashMap<String, String>();
        open.forEach((cause, owed) ->
                all.put(cause, owed.due + " " + (clock.now.isBefore(owed.until) ? owed.holder : null)));
        return all;
    }

    @Test
    void anEventThatArrivesAgainAfterTheActOpensNothing() {
        var told = wanted("first-reply", clock.now.plusSeconds(60));
        duties.open(told);
        duties.open(told);
        clock.now = clock.now.plusSeconds(5);
        duties.meet("first-reply", HOSTS.getFirst(), "a reply");
        duties.open(told);

        assertThat(duties.find(as(HOSTS.getFirst()), "first-reply")).isEmpty();
        assertThat(sql.sql("select count(*) from duty.duty")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theRoundIsInTheOrderOfWhatIsLostByWaitingAndPagedWithoutGaps() {
        var hour = clock.now.plus(Duration.ofHours(1));
        for (var i = 0; i < 45; i++) {
            duties.open(new NewDuty(
                    HERE,
                    "test",
                    "many" + i,
                    Risk.values()[i % 5],
                    null,
                    null,
                    "/x/" + i,
                    clock.now,
                    hour.plusSeconds(i / 10)));
        }
        duties.claim(as(HOSTS.get(1)), "many7");
        var seen = new ArrayList<Duty>();
        var after = "";
        while (after != null) {
            var page = rounds().of(as(HOSTS.getFirst()), after);
            page.items().forEach(line -> seen.add(line.duty()));
            after = page.next();
        }
        assertThat(seen)
                .hasSize(44)
                .doesNotHaveDuplicates()
                .noneMatch(duty -> duty.cause().equals("many7"));
        assertThat(seen)
                .isSortedAccordingTo(java.util.Comparator.comparing(Duty::risk).thenComparing(Duty::due));
        assertThat(rounds().load(as(HOSTS.getFirst()))).isEqualTo(new Rounds.Load(44, 132));
    }

    @Test
    void whatIsAboutAHostIsOnNoRoundOfTheirs() {
        var ana = HOSTS.getFirst();
        duties.open(new NewDuty(
                HERE, "test", "about-ana", Risk.RED, null, ana, "/x/1", clock.now, clock.now.plusSeconds(9)));

        assertThat(rounds().of(as(ana), "").isEmpty()).isTrue();
        assertThat(rounds().load(as(ana)).open()).isZero();
        assertThat(rounds().load(as(HOSTS.get(1))).open()).isEqualTo(1);
    }

    @Test
    void aCountStopsAtNinetyNine() {
        for (var i = 0; i < 120; i++) {
            duties.open(wanted("n" + i, clock.now.plusSeconds(60)));
        }
        assertThat(rounds().load(as(HOSTS.getFirst())).open()).isEqualTo(99);
    }

    /** The part of a page that grows with the house; the aim for the whole page is 50 ms. */
    @Test
    void tenThousandOpenDutiesDoNotSlowARound() {
        sql.sql("""
                        insert into duty.duty (id, community_id, kind, cause, risk, about, opened_at, due_at)
                        select gen_random_uuid(), :here, 'test', 'slow' || n, (array['RED', 'AMBER', 'ROUTINE', 'KIND'])[1 + n % 4], '/x/' || n,
                            :now, cast(:now as timestamptz) + n * interval '1 second' from generate_series(1, 10000) n""")
                .param("here", HERE.value())
                .param("now", DutyRow.at(clock.now))
                .update();
        sql.sql("analyze duty.duty").update();
        var rounds = rounds();
        var took = new ArrayList<Long>();
        for (var n = 0; n < 200; n++) {
            var from = System.nanoTime();
            rounds.of(as(HOSTS.get(n % 3)), "");
            rounds.load(as(HOSTS.get(n % 3)));
            took.add((System.nanoTime() - from) / 1_000_000);
        }
        java.util.Collections.sort(took);
        System.out.printf("round of 10,000: median %d ms, p99 %d ms%n", took.get(100), took.get(197));

        assertThat(took.get(197)).isLessThan(50);
    }

    @Test
    void whatIsLateIsToldOnceAndStaysOpen() {
        var told = new ArrayList<Object>();
        duties.open(wanted("slow", clock.now.plusSeconds(60)));
        clock.now = clock.now.plusSeconds(61);
        var late = new LateDuties(sql, clock, told::add);
        late.mark();
        late.mark();

        assertThat(told).hasSize(1).first().isInstanceOf(DutyLate.class);
        assertThat(duties.find(as(HOSTS.getFirst()), "slow").orElseThrow().late(clock.now))
                .isTrue();
    }

    @Test
    void afterErasureNothingPointsToThePerson() {
        var ana = HOSTS.getFirst();
        duties.open(
                new NewDuty(HERE, "test", "owed", Risk.KIND, ana, null, "/x/1", clock.now, clock.now.plusSeconds(60)));
        duties.open(wanted("held", clock.now.plusSeconds(60)));
        duties.open(wanted("done", clock.now.plusSeconds(60)));
        duties.claim(as(ana), "held");
        duties.meet("done", ana, "x");
        var data = new DutyData(sql);
        assertThat(data.export(ana)).extracting(part -> part.rows().size()).containsExactly(1, 1, 1, 0, 0, 0, 0);

        data.erase(ana);

        assertThat(data.export(ana)).allSatisfy(part -> assertThat(part.rows()).isEmpty());
        assertThat(duties.claim(as(HOSTS.get(1)), "held")).isEmpty();
    }

    private Rounds rounds() {
        return new Rounds(sql, clock, List.of(new Everything()));
    }

    private NewDuty wanted(String cause, Instant due) {
        return new NewDuty(HERE, "test", cause, Risk.ROUTINE, null, null, "/x/1", clock.now, due);
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

    /** A kind whose rows say nothing, so that the round shows all. */
    private static final class Everything implements DutyKind {
        @Override
        public String kind() {
            return "test";
        }

        @Override
        public String title() {
            return "duty.group.kind";
        }

        @Override
        public boolean serves(Place place) {
            return place.hosts();
        }

        @Override
        public int minutes() {
            return 3;
        }

        @Override
        public Map<DutyId, Row> rows(Place place, List<Duty> duties) {
            var rows = new HashMap<DutyId, Row>();
            Stream.ofNullable(duties)
                    .flatMap(List::stream)
                    .forEach(duty ->
                            rows.put(duty.id(), new Row(Card.NOBODY, duty.cause(), "duty.way", "/x", "duty.claim")));
            return rows;
        }
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        Instant now = Instant.parse("2026-03-29T00:30:00Z");

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
