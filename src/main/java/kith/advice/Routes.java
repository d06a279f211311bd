package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.duty.Duties;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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

    /** Nobody was there: looked for again so soon. */
    private static final Duration NOBODY = Duration.ofMinutes(1);

    /** Somebody is writing: left alone for so long. */
    private static final Duration BEGUN = Duration.ofHours(2);

    private final JdbcClient sql;
    private final Candidates candidates;
    private final Duties duties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Routes(JdbcClient sql, Candidates candidates, Duties duties, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.candidates = candidates;
        this.duties = duties;
        this.events = events;
        this.clock = clock;
    }

    /** A question as routing knows it: never its words. */
    record Waiting(
            UUID id, CommunityId community, MemberId asker, String section, String language, Duration promised) {}

    private static final String WAITING = """
            select q.id, q.community_id, q.asker, q.waits_since, q.due_at, s.slug, coalesce(nullif(q.language, ''), g.language) as language
            from advice.question q join community.section_name s on s.id = q.section_id join community.tongue g on g.id = q.community_id
            """;

    /** Asks the next one, where somebody is there who was not asked before. */
    @Transactional
    Optional<Routing.Weighed> give(QuestionId id) {
        var given = giveAsHouse(id);
        given.ifPresent(one -> sql.sql("select community_id from advice.question where id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .ifPresent(
                        community -> tell(id.value(), community, one.candidate().who(), null)));
        return given;
    }

    /** The same without telling them: for the imagined past of a demonstration house. */
    @Transactional
    Optional<Routing.Weighed> giveAsHouse(QuestionId id) {
        var now = clock.instant();
        return sql.sql(WAITING + "where q.id = :id and q.state = 'ASKED' and q.asker is not null")
                .param("id", id.value())
                .query((row, n) -> new Waiting(
                        row.getObject("id", UUID.class),
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new MemberId(row.getObject("asker", UUID.class)),
                        row.getString("slug"),
                        row.getString("language"),
                        Duration.between(
                                row.getObject("waits_since", OffsetDateTime.class),
                                row.getObject("due_at", OffsetDateTime.class))))
                .optional()
                .flatMap(question -> give(question, now));
    }

    private Optional<Routing.Weighed> give(Waiting question, Instant now) {
        var before = new HashSet<>(asked(question.id()));
        before.add(question.asker());
        var chosen = new Routing(question.section(), question.language(), now)
                .choose(candidates.lockedAsHouse(question.community(), now), before);
        var given = chosen.filter(
                one -> note(question.id(), one.candidate().who(), one.why().name()));
        given.ifPresent(one -> look(question.id(), question.promised().dividedBy(SHARE)));
        return given;
    }

    /** Gives it to somebody for a reason; a person who takes one, or to whom a manager gives it, is noted the same. */
    @Transactional
    boolean hold(UUID question, CommunityId community, MemberId who, String why, @Nullable MemberId by) {
        var held = note(question, who, why);
        if (held) {
            tell(question, community.value(), who, by);
        }
        return held;
    }

    private void tell(UUID question, UUID community, MemberId who, @Nullable MemberId by) {
        events.publishEvent(new QuestionGiven(question, community, who, by, clock.instant()));
    }

    boolean note(UUID question, MemberId who, String why) {
        var held = duties.holdAsHouse(QuestionDuty.cause(question), who);
        if (held) {
            sql.sql("""
                            insert into advice.routing (question_id, practitioner, n, at, why)
                            select :question, :who, count(*)::int + 1, :now, :why from advice.routing where question_id = :question
                            on conflict (question_id, practitioner) do update set at = excluded.at, why = excluded.why, passed_at = null""")
                    .param("question", question)
                    .param("who", who.value())
                    .param("now", clock.instant().atOffset(UTC))
                    .param("why", why)
                    .update();
        }
        return held;
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

    /** To whom it was given, the first first. */
    List<MemberId> asked(UUID question) {
        return sql.sql("select practitioner from advice.routing where question_id = :question order by n")
                .param("question", question)
                .query((row, n) -> new MemberId(row.getObject("practitioner", UUID.class)))
                .list();
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

    /** Those that nobody holds, and those whose holder has not come to them in a third of the time. Nodes that look at the same time share them. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    @Transactional
    public void again() {
        var now = clock.instant();
        sql.sql("""
                        select q.id, exists (select from advice.draft d where d.key = 'answer:' || q.id) or exists (
                            select from advice.entry e where e.question_id = q.id and e.state = 'READING') as begun
                        from advice.question q where q.state = 'ASKED' and q.look_at <= :now and q.asker is not null
                        order by q.look_at limit :most for update of q skip locked""")
                .param("now", now.atOffset(UTC))
                .param("most", AT_ONCE)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getBoolean("begun")))
                .list()
                .forEach(look -> {
                    if (look.getValue() || give(new QuestionId(look.getKey())).isEmpty()) {
                        look(look.getKey(), look.getValue() ? BEGUN : NOBODY);
                    }
                });
    }

    /** When somebody is asked again, unless they come to it before. */
    private void look(UUID question, Duration later) {
        sql.sql("update advice.question set look_at = :at where id = :id")
                .param("at", clock.instant().plus(later).atOffset(UTC))
                .param("id", question)
                .update();
    }
}
