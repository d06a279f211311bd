package kith.advice;

import java.time.Clock;
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

/** An answer or a piece whose day comes near: its writer looks whether it is still right. Only public answers, which others go on reading. */
@Component
class ReviewDuty implements DutyKind {
    static final String KIND = "answer-review";

    /** A month ahead: long enough to look a thing up between shifts. */
    private static final int AHEAD = 30;

    private static final int AT_ONCE = 200;

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

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    @Transactional
    public void open() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        sql.sql("""
                        select e.id, '/question/' || e.question_id as path, e.author, e.valid_until, q.community_id from advice.entry e join advice.question q on q.id = e.question_id
                        where e.kind = 'ANSWER' and e.state = 'OUT' and e.author is not null and e.valid_until between :today and :ahead and not q.closed
                        union all select p.id, '/piece/' || p.id, p.writer, p.valid_until, p.community_id from advice.piece p
                        where p.state = 'OUT' and p.valid_until between :today and :ahead
                        order by valid_until limit :most""")
                .param("today", today)
                .param("ahead", today.plusDays(AHEAD))
                .param("most", AT_ONCE)
                .query((row, n) -> new Near(
                        row.getObject("id", UUID.class),
                        row.getString("path"),
                        row.getObject("author", UUID.class),
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getObject("valid_until", LocalDate.class)))
                .list()
                .forEach(near -> {
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
                });
    }

    private record Near(UUID entry, String path, @Nullable UUID author, CommunityId community, LocalDate until) {}

    @Override
    public String kind() {
        return KIND;
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
