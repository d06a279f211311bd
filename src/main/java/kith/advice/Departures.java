package kith.advice;

import java.util.UUID;
import kith.community.MemberLeft;
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
    private final StrandedAnswers stranded;

    Departures(JdbcClient sql, Questions questions, Sharings sharings, StrandedAnswers stranded) {
        this.sql = sql;
        this.questions = questions;
        this.sharings = sharings;
        this.stranded = stranded;
    }

    @EventListener
    void on(MemberLeft left) {
        sharings.leaveAsHouse(left.community(), left.member());
        stranded.leaveAsHouse(left.community(), left.member());
        sql.sql("""
                        select q.id from advice.question q where q.asker = :who and q.community_id = :community and q.closed and q.state = 'ASKED'
                          and not exists (select from advice.entry e where e.question_id = q.id and e.kind = 'ANSWER' and e.state = 'OUT')""")
                .param("who", left.member().value())
                .param("community", left.community().value())
                .query((row, n) -> new QuestionId(row.getObject("id", UUID.class)))
                .list()
                .forEach(questions::withdrawAsHouse);
    }
}
