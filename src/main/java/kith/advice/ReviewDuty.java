package kith.advice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.community.CommunityId;
import kith.community.Place;
import kith.duty.Duties;
import kith.duty.Duty;
import kith.duty.DutyId;
import kith.duty.DutyKind;
import kith.duty.NewDuty;
import kith.duty.Risk;
import kith.identity.Card;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An answer or a piece whose day comes near: its writer looks whether it is still right, and where they are gone or do not come to it, a colleague. Only public
 * answers, which others go on reading.
 */
@Component
class ReviewDuty implements DutyKind {
    static final String KIND = "answer-review";

    /** A month ahead: long enough to look a thing up between shifts. */
    static final int AHEAD = 30;

    private final JdbcClient sql;
    private final Duties duties;
    private final Clock clock;

    ReviewDuty(JdbcClient sql, Duties duties, Clock clock) {
        this.sql = sql;
        this.duties = duties;
        this.clock = clock;
    }

    static String cause(UUID entry) {
        return KIND + ":" + entry;
    }

    /** Nodes that look at the same time leave each other what they have in hand; each is asked about once for its day. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    @Transactional
    public void open() {
        near("""
                with near as (
                    select e.id, q.id as question, q.community_id from advice.entry e join advice.question q on q.id = e.question_id
                    where e.kind = 'ANSWER' and e.state = 'OUT' and e.valid_until between :today and :ahead and e.review_of is distinct from e.valid_until and not q.closed
                    order by e.valid_until limit 200 for update of e skip locked)
                update advice.entry e set review_of = valid_until from near where e.id = near.id
                returning e.id, '/question/' || near.question as path, e.author, near.community_id, e.valid_until""");
        near("""
                with near as (
                    select id from advice.piece where state = 'OUT' and valid_until between :today and :ahead and review_of is distinct from valid_until
                    order by valid_until limit 200 for update skip locked)
                update advice.piece p set review_of = valid_until from near where p.id = near.id
                returning p.id, '/piece/' || p.id as path, p.writer as author, p.community_id, p.valid_until""");
    }

    private void near(String which) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        sql.sql(which)
                .param("today", today)
                .param("ahead", today.plusDays(AHEAD))
                .query((row, n) -> new Near(
                        row.getObject("id", UUID.class),
                        row.getString("path"),
                        row.getObject("author", UUID.class),
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getObject("valid_until", LocalDate.class)))
                .list()
                .forEach(near -> ask(near, now));
    }

    private void ask(Near near, Instant now) {
        duties.open(new NewDuty(
                near.community(),
                KIND,
                cause(near.entry()),
                Risk.KIND,
                null,
                null,
                near.path(),
                now,
                near.until().atStartOfDay(ZoneOffset.UTC).toInstant()));
        if (near.author() != null) {
            duties.holdAsHouse(cause(near.entry()), new MemberId(near.author()));
        }
    }

    private record Near(UUID entry, String path, @Nullable UUID author, CommunityId community, LocalDate until) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "advice.kind.review";
    }

    @Override
    public boolean serves(Place place) {
        return Question.advises(place);
    }

    /** Our guess (a). */
    @Override
    public int minutes() {
        return 6;
    }

    @Override
    public Map<DutyId, Row> rows(Place place, List<Duty> duties) {
        var byEntry = duties.stream()
                .collect(Collectors.toMap(
                        duty -> UUID.fromString(duty.cause().substring(KIND.length() + 1)), Duty::id, (a, b) -> a));
        return sql
                .sql("""
                        select e.id, '/question/' || q.id as path, q.title, 'advice.round.review' as why from advice.entry e join advice.question q on q.id = e.question_id
                        where e.id in (:ids) and q.community_id = :community and not q.closed
                        union all select p.id, '/piece/' || p.id, p.title, 'advice.round.piece.review' from advice.piece p
                        where p.id in (:ids) and p.community_id = :community""")
                .param("ids", byEntry.keySet())
                .param("community", place.community().id().value())
                .query((row, n) -> Map.entry(
                        byEntry.get(row.getObject("id", UUID.class)),
                        new Row(
                                Card.NOBODY,
                                row.getString("title"),
                                row.getString("why"),
                                row.getString("path"),
                                "advice.round.look")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
