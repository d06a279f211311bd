package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts hours into a demonstration house: one to come, and one that was. */
@Component
public class LivedHours {
    private static final Duration LONG = Duration.ofHours(1);
    private static final int MOST = 12;

    private final JdbcClient sql;
    private final Clock clock;

    LivedHours(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** An hour of somebody's that begins, or began, then. */
    @Transactional
    public UUID addAsHouse(CommunityId community, MemberId by, String title, Instant starts) {
        var id = Ids.next();
        sql.sql("""
                        insert into advice.hour (id, community_id, practitioner, title, starts_at, ends_at, most, reminded_at)
                        values (:id, :here, :by, :title, :starts, :ends, :most, case when cast(:starts as timestamptz) < :now then :now end)""")
                .param("id", id)
                .param("here", community.value())
                .param("by", by.value())
                .param("title", title)
                .param("starts", starts.atOffset(UTC))
                .param("ends", starts.plus(LONG).atOffset(UTC))
                .param("most", MOST)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        return id;
    }

    /** A question was put to it, which others would like to hear answered. */
    @Transactional
    public void gatherAsHouse(UUID hour, QuestionId question, List<MemberId> supporters) {
        sql.sql("insert into advice.gathered (question_id, hour_id) values (:question, :hour)")
                .param("question", question.value())
                .param("hour", hour)
                .update();
        sql.sql("""
                        update advice.question q set look_at = h.ends_at from advice.hour h where h.id = :hour and q.id = :question and q.state = 'ASKED'""").param("question", question.value()).param("hour", hour).update();
        supporters.forEach(
                who -> sql.sql("insert into advice.support (question_id, member_id, at) values (:question, :who, :now)")
                        .param("question", question.value())
                        .param("who", who.value())
                        .param("now", clock.instant().atOffset(UTC))
                        .update());
    }
}
