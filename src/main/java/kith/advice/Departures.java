package kith.advice;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kith.community.MemberLeft;
import kith.duty.Duties;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What ends when somebody leaves a community: what they shared and what they asked alone and nobody answered, since they could neither read nor take back any of
 * it; and an answer of theirs that waits for its second reader, so that the question goes on to somebody who is there.
 */
@Component
class Departures {
    private final JdbcClient sql;
    private final Questions questions;
    private final Sharings sharings;
    private final Duties duties;
    private final Clock clock;

    Departures(JdbcClient sql, Questions questions, Sharings sharings, Duties duties, Clock clock) {
        this.sql = sql;
        this.questions = questions;
        this.sharings = sharings;
        this.duties = duties;
        this.clock = clock;
    }

    @EventListener
    void on(MemberLeft left) {
        sharings.leaveAsHouse(left.community(), left.member());
        ids("""
                select q.id from advice.question q where q.asker = :who and q.community_id = :community and q.closed and q.state = 'ASKED'
                  and not exists (select from advice.entry e where e.question_id = q.id and e.kind = 'ANSWER' and e.state = 'OUT')""", left).forEach(id -> questions.withdrawAsHouse(new QuestionId(id)));
        ids("""
                select e.question_id as id from advice.entry e join advice.question q on q.id = e.question_id
                where e.author = :who and q.community_id = :community and e.state = 'READING'""", left).forEach(this::goOn);
    }

    private List<UUID> ids(String which, MemberLeft left) {
        return sql.sql(which)
                .param("who", left.member().value())
                .param("community", left.community().value())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    private void goOn(UUID question) {
        sql.sql("delete from advice.entry where question_id = :id and state = 'READING' returning id")
                .param("id", question)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .forEach(entry -> duties.withdraw(ReadingDuty.cause(entry), "withdrawn"));
        duties.freeAsHouse(QuestionDuty.cause(question));
        sql.sql("update advice.question set look_at = :now where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", question)
                .update();
    }
}
