package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.community.CommunityId;
import kith.community.Place;
import kith.duty.Duties;
import kith.duty.Duty;
import kith.duty.DutyFreed;
import kith.duty.DutyHanded;
import kith.duty.DutyPassed;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives questions to practitioners: when they are asked, when somebody passes one on, when whoever was asked has not come to it for a third of the time, and each
 * minute those for whom nobody was there. The duty says who holds it; here stands to whom it was given and why.
 */
@Component
class Routes {
    /** A share of the promised time, after which somebody else is asked: late enough to finish a shift, early enough for two more. */
    private static final int SHARE = 3;

    private static final int AT_ONCE = 200;

    /** Nobody was there, or somebody is writing: looked for again so soon. */
    private static final Duration NOBODY = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final Candidates candidates;
    private final SecondReaders readers;
    private final Duties duties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Routes(
            JdbcClient sql,
            Candidates candidates,
            SecondReaders readers,
            Duties duties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.candidates = candidates;
        this.readers = readers;
        this.duties = duties;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A question as routing knows it, never its words: {@code not} are its asker and everybody who was asked, {@code refused} its asker and who passed it on;
     * {@code begun}, somebody has begun to answer.
     */
    private record Waiting(
            UUID id,
            CommunityId community,
            Set<MemberId> not,
            Set<MemberId> refused,
            String section,
            String language,
            boolean closed,
            Instant since,
            Duration promised,
            boolean begun) {
        /** Until here whoever holds it keeps it, unless it is better off with somebody else; then it goes on whatever they have to do. */
        boolean early(Instant now) {
            return now.isBefore(since.plus(share().multipliedBy(2)));
        }

        boolean late(Instant now) {
            return now.isAfter(since.plus(promised));
        }

        Duration share() {
            return promised.dividedBy(SHARE);
        }

        static Waiting read(ResultSet row) throws SQLException {
            return new Waiting(
                    row.getObject("id", UUID.class),
                    new CommunityId(row.getObject("community_id", UUID.class)),
                    members(row, "others"),
                    members(row, "refused"),
                    row.getString("slug"),
                    row.getString("language"),
                    row.getBoolean("closed"),
                    QuestionRows.instant(row, "waits_since"),
                    Duration.between(
                            row.getObject("waits_since", OffsetDateTime.class),
                            row.getObject("due_at", OffsetDateTime.class)),
                    row.getBoolean("begun"));
        }

        private static Set<MemberId> members(ResultSet row, String column) throws SQLException {
            return Arrays.stream((UUID[]) row.getArray(column).getArray())
                    .map(MemberId::new)
                    .collect(Collectors.toSet());
        }
    }

    private static final String WAITING = """
            select q.id, q.community_id, q.closed, q.waits_since, q.due_at, s.slug, coalesce(nullif(q.language, ''), g.language) as language,
                   array(select r.practitioner from advice.routing r where r.question_id = q.id) || q.asker as others,
                   array(select r.practitioner from advice.routing r where r.question_id = q.id and r.reason <> '') || q.asker as refused,
                   (exists (select from advice.draft d join advice.routing r on r.practitioner = d.member_id
                            where d.key = 'answer:' || q.id and r.question_id = q.id and r.passed_at is null and d.saved_at > :recently)
                       or exists (select from advice.entry e where e.question_id = q.id and e.state = 'READING')) as begun
            from advice.question q join community.section_name s on s.id = q.section_id join community.tongue g on g.id = q.community_id
            where q.state = 'ASKED' and q.asker is not null
            """;

    /** Asks the next one, where somebody is there who was not asked before. */
    @Transactional
    Optional<Routing.Weighed> give(QuestionId id) {
        return waiting(id).flatMap(question -> {
            var given = give(question, there(question, clock.instant()));
            given.ifPresent(one -> tell(question, one));
            return given;
        });
    }

    /** The same without telling them: for the imagined past of a demonstration house. */
    @Transactional
    Optional<Routing.Weighed> giveAsHouse(QuestionId id) {
        return waiting(id).flatMap(question -> give(question, there(question, clock.instant())));
    }

    private Optional<Waiting> waiting(QuestionId id) {
        return sql.sql(WAITING + "and q.id = :id")
                .param("recently", recently())
                .param("id", id.value())
                .query((row, n) -> Waiting.read(row))
                .optional();
    }

    private List<Routing.Candidate> there(Waiting question, Instant now) {
        return candidates.lockedAsHouse(question.community(), now);
    }

    private Optional<Routing.Weighed> give(Waiting question, List<Routing.Candidate> there) {
        var left = new ArrayList<>(there);
        var given = choose(question, left);
        // Who may not hold it for a reason that is not theirs, such as new guidelines, is passed over and keeps nobody
        // else from it.
        while (given.isPresent()
                && !note(
                        question.id(),
                        given.get().candidate().who(),
                        given.get().why().name())) {
            left.remove(given.get().candidate());
            given = choose(question, left);
        }
        given.ifPresent(one -> look(List.of(question.id()), question.share()));
        return given;
    }

    /** Somebody who is there and was not asked before; of what is late and everybody was asked for, once more. */
    private Optional<Routing.Weighed> choose(Waiting question, List<Routing.Candidate> there) {
        var now = clock.instant();
        var routing = new Routing(question.section(), question.language(), question.closed(), now);
        var fresh = routing.choose(there, question.not())
                .filter(one -> !question.early(now)
                        || holder(question, there, now)
                                .filter(holder -> !routing.better(one.candidate(), holder))
                                .isEmpty());
        return fresh.isPresent() || !question.late(now) ? fresh : onceMore(question, routing, there);
    }

    /** Whoever did not pass it on, first another than who had it last: a person waits, and has waited longer than was promised. */
    private Optional<Routing.Weighed> onceMore(Waiting question, Routing routing, List<Routing.Candidate> there) {
        var cause = QuestionDuty.cause(question.id());
        var not = new HashSet<>(question.refused());
        duties.lastAsHouse(cause).ifPresent(not::add);
        return routing.choose(there, not)
                .or(() -> duties.holderAsHouse(cause, routing.at()).isPresent()
                        ? Optional.empty()
                        : routing.choose(there, question.refused()));
    }

    private Optional<Routing.Candidate> holder(Waiting question, List<Routing.Candidate> there, Instant now) {
        return duties.holderAsHouse(QuestionDuty.cause(question.id()), now)
                .flatMap(who ->
                        there.stream().filter(one -> one.who().equals(who)).findFirst());
    }

    private void tell(Waiting question, Routing.Weighed given) {
        tell(question.id(), question.community().value(), given.candidate().who(), null);
    }

    /** Who is asked where its holder does not come to it in time: nobody while somebody writes, or where it was given to them only lately. */
    Optional<MemberId> next(UUID id, Instant now) {
        return waiting(new QuestionId(id))
                .filter(question -> !question.begun() && !lately(question, now))
                .flatMap(question -> choose(question, there(question, now)))
                .map(one -> one.candidate().who());
    }

    /** Whether whoever has it had less than the share of the time that is everybody's. */
    private boolean lately(Waiting question, Instant now) {
        return sql.sql(
                        "select coalesce(max(at) > :since, false) from advice.routing where question_id = :question and passed_at is null")
                .param("since", now.minus(question.share()).atOffset(UTC))
                .param("question", question.id())
                .query(Boolean.class)
                .single();
    }

    /** Whether a practitioner may be given it: within their limits, or theirs already, or asked into their hour. */
    boolean room(Place place, Duty duty, UUID question) {
        var now = clock.instant();
        return duty.holder(now).equals(Optional.of(place.self()))
                || candidates.room(place, now)
                || sql.sql("""
                                select exists (select from advice.entry where question_id = :question and author = :self and state = 'READING')
                                    or exists (select from advice.gathered g join advice.hour h on h.id = g.hour_id where g.question_id = :question and h.practitioner = :self)""")
                        .param("question", question)
                        .param("self", place.self().value())
                        .query(Boolean.class)
                        .single();
    }

    @EventListener
    void on(DutyPassed passed) {
        QuestionDuty.whole(passed.cause()).ifPresent(question -> {
            write(question, passed.to(), "NEXT");
            waiting(new QuestionId(question)).ifPresent(one -> look(List.of(question), one.share()));
        });
    }

    /** Its holder gave it back or went away, and reads it no more: somebody else is looked for at once. */
    @EventListener
    void on(DutyFreed freed) {
        QuestionDuty.whole(freed.cause()).ifPresent(this::looksAnew);
    }

    /** Whoever had it cannot answer it any more. The question before its duty, as everywhere: else two would wait for each other. */
    @Transactional
    void anewAsHouse(UUID question) {
        looksAnew(question);
        duties.freeAsHouse(QuestionDuty.cause(question));
    }

    private void looksAnew(UUID question) {
        sql.sql("update advice.routing set passed_at = :now where question_id = :question and passed_at is null")
                .param("question", question)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        look(List.of(question), Duration.ZERO);
    }

    /** Gives it to somebody for a reason; a person who takes one, or to whom a manager gives it, is noted the same. */
    @Transactional
    boolean hold(UUID question, CommunityId community, MemberId who, String why, @Nullable MemberId by) {
        var taken = why.equals("TAKEN")
                && duties.holderAsHouse(QuestionDuty.cause(question), clock.instant())
                        .filter(other -> !other.equals(who))
                        .isPresent();
        if (taken) {
            return false;
        }
        var held = note(question, who, why);
        if (held) {
            keeps(question, why);
            tell(question, community.value(), who, by);
        }
        return held;
    }

    /** Whoever takes one or is given it by a person has the share of the time that is everybody's; what is asked into an hour waits for the hour. */
    private void keeps(UUID question, String why) {
        if (!why.equals(Candidates.HOUR)) {
            waiting(new QuestionId(question)).ifPresent(one -> look(List.of(question), one.share()));
        }
    }

    private void tell(UUID question, UUID community, MemberId who, @Nullable MemberId by) {
        events.publishEvent(new QuestionGiven(question, community, who, by, clock.instant()));
    }

    boolean note(UUID question, MemberId who, String why) {
        var held = duties.holdAsHouse(QuestionDuty.cause(question), who);
        if (held) {
            write(question, who, why);
        }
        return held;
    }

    /** Who is handed one on a round, or covers for who had it, reads it from then on, and nobody before them does. */
    @EventListener
    void on(DutyHanded handed) {
        QuestionDuty.whole(handed.cause()).ifPresent(question -> {
            write(question, handed.to(), "HANDED");
            keeps(question, "HANDED");
        });
    }

    /** Whoever begins with what they were given was given it then, not now: their day is not counted twice. */
    private void write(UUID question, MemberId who, String why) {
        sql.sql(
                        "update advice.routing set passed_at = :now where question_id = :question and practitioner <> :who and passed_at is null")
                .param("question", question)
                .param("who", who.value())
                .param("now", clock.instant().atOffset(UTC))
                .update();
        sql.sql("""
                        insert into advice.routing as r (question_id, practitioner, n, at, why)
                        select :question, :who, count(*)::int + 1, :now, :why from advice.routing where question_id = :question
                        on conflict (question_id, practitioner) do update set passed_at = null,
                            at = case when r.passed_at is null and excluded.why = 'TAKEN' then r.at else excluded.at end,
                            why = case when r.passed_at is null and excluded.why = 'TAKEN' then r.why else excluded.why end""")
                .param("question", question)
                .param("who", who.value())
                .param("now", clock.instant().atOffset(UTC))
                .param("why", why)
                .update();
    }

    /** Somebody passes it on with a reason; then the next one is asked. */
    @Transactional
    void pass(Question question, MemberId who, String reason) {
        sql.sql(
                        "update advice.routing set passed_at = :now, reason = :reason where question_id = :question and practitioner = :who")
                .param("now", clock.instant().atOffset(UTC))
                .param("reason", reason)
                .param("question", question.id().value())
                .param("who", who.value())
                .update();
        if (give(question.id()).isEmpty()) {
            duties.freeAsHouse(QuestionDuty.cause(question.id().value()));
        }
    }

    /** To whom it was given, with why, and why it went on. */
    record Step(String name, String why, Instant at, String reason) {}

    List<Step> steps(Question question) {
        return sql.sql("""
                        select coalesce(c.name, '') as name, r.why, r.at, r.reason from advice.routing r left join identity.card c on c.id = r.practitioner
                        where r.question_id = :question order by r.n""")
                .param("question", question.id().value())
                .query((row, n) -> new Step(
                        row.getString("name"),
                        row.getString("why"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .list();
    }

    /**
     * Those that nobody holds, and those whose holder has not come to them in a third of the time and has more to do than others. Nodes that look at the same time share them; who is there is read
     * once a community, and again when somebody was given one. What is written finds its second reader before anything new is given out: else answers would pile up
     * behind questions.
     */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    @Transactional
    public void again() {
        readers.again();
        var now = clock.instant();
        var there = new HashMap<CommunityId, List<Routing.Candidate>>();
        var nobody = new ArrayList<UUID>();
        for (var question : due(now)) {
            var given = question.begun()
                    ? Optional.<Routing.Weighed>empty()
                    : give(question, there.computeIfAbsent(question.community(), c -> there(question, now)));
            given.ifPresentOrElse(
                    one -> {
                        tell(question, one);
                        there.remove(question.community());
                    },
                    () -> nobody.add(question.id()));
        }
        look(nobody, NOBODY);
    }

    /** Whoever typed within a day is still at it. */
    private OffsetDateTime recently() {
        return clock.instant().minus(Duration.ofDays(1)).atOffset(UTC);
    }

    /** By community, so that two nodes wait for each other in the same order. */
    private List<Waiting> due(Instant now) {
        return sql
                .sql(WAITING + "and q.look_at <= :now order by q.look_at limit :most for update of q skip locked")
                .param("recently", recently())
                .param("now", now.atOffset(UTC))
                .param("most", AT_ONCE)
                .query((row, n) -> Waiting.read(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(one -> one.community().value()))
                .toList();
    }

    /** When somebody is asked again, unless they come to it before. */
    private void look(List<UUID> questions, Duration later) {
        if (!questions.isEmpty()) {
            sql.sql("update advice.question set look_at = :at where id in (:ids)")
                    .param("at", clock.instant().plus(later).atOffset(UTC))
                    .param("ids", questions)
                    .update();
        }
    }
}
