package kith.advice;

import java.util.UUID;
import kith.live.Channel;
import kith.live.Feed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells open pages that a question or an hour is not as it was: which, and never what. */
@Component
class LiveAdvice {
    private final JdbcClient sql;
    private final Feed feed;

    LiveAdvice(JdbcClient sql, Feed feed) {
        this.sql = sql;
        this.feed = feed;
    }

    @EventListener
    void on(QuestionAsked it) {
        question(it.question().value());
    }

    @EventListener
    void on(QuestionAnswered it) {
        question(it.question().value());
    }

    @EventListener
    void on(QuestionTurned it) {
        question(it.question().value());
    }

    @EventListener
    void on(QuestionGiven it) {
        question(it.question());
    }

    @EventListener
    void on(AnswerCommented it) {
        question(it.question().value());
    }

    @EventListener
    void on(AnswerCorrected it) {
        question(it.question().value());
    }

    @EventListener
    void on(HourTurned it) {
        hour(it.hour(), it.community().value());
    }

    @EventListener
    void on(HourCalledOff it) {
        hour(it.hour(), it.community().value());
    }

    private void question(UUID question) {
        feed.publish(Channel.of("question", question), "question", question);
        sql.sql(
                        "select h.id, h.community_id from advice.gathered g join advice.hour h on h.id = g.hour_id where g.question_id = :question")
                .param("question", question)
                .query(row -> {
                    hour(row.getObject("id", UUID.class), row.getObject("community_id", UUID.class));
                });
    }

    private void hour(UUID hour, UUID community) {
        feed.publish(Channel.of("community", community), "hour", hour);
    }
}
