package kith.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kith.duty.DutyLate;
import kith.identity.MemberId;
import kith.notification.Inbox;
import kith.notification.News;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who concerns it what became of a question: in the transaction of the act, never with a word of it. */
@Component
class AdviceTelling {
    private final JdbcClient sql;
    private final Inbox inbox;
    private final Clock clock;

    AdviceTelling(JdbcClient sql, Inbox inbox, Clock clock) {
        this.sql = sql;
        this.inbox = inbox;
        this.clock = clock;
    }

    @EventListener
    void on(QuestionAnswered it) {
        asker(it.question().value(), NoticeOfAnswer.KIND, it.answer(), it.at());
    }

    @EventListener
    void on(QuestionGiven it) {
        inbox.tell(List.of(
                news(NoticeOfGiven.KIND, it.to(), it.community(), it.question(), it.question(), it.by(), it.at())));
    }

    /** Told once; the page says what to do meanwhile. */
    @EventListener
    void on(DutyLate late) {
        if (late.kind().equals(QuestionDuty.KIND) && late.cause().length() == QuestionDuty.CAUSE_LENGTH) {
            var question = UUID.fromString(late.cause().substring(QuestionDuty.KIND.length() + 1));
            asker(question, NoticeOfLate.KIND, question, clock.instant());
        }
    }

    @EventListener
    void on(AnswerCorrected it) {
        inbox.tell(sql.sql("""
                        select reader from advice.reading where question_id = :question
                        union select asker from advice.question where id = :question and asker is not null""")
                .param("question", it.question().value())
                .query((row, n) -> news(
                        NoticeOfAnswerCorrected.KIND,
                        new MemberId(row.getObject("reader", UUID.class)),
                        it.community().value(),
                        it.question().value(),
                        it.correction(),
                        it.by(),
                        it.at()))
                .list());
    }

    @EventListener
    void on(AnswerCommented it) {
        inbox.tell(List.of(news(
                NoticeOfComment.KIND,
                it.to(),
                it.community().value(),
                it.question().value(),
                it.comment(),
                it.by(),
                it.at())));
    }

    private void asker(UUID question, String kind, UUID about, Instant at) {
        inbox.tell(sql.sql("select asker, community_id from advice.question where id = :id and asker is not null")
                .param("id", question)
                .query((row, n) -> news(
                        kind,
                        new MemberId(row.getObject("asker", UUID.class)),
                        row.getObject("community_id", UUID.class),
                        question,
                        about,
                        null,
                        at))
                .list());
    }

    private static News news(
            String kind, MemberId to, UUID community, UUID thread, UUID about, @Nullable MemberId by, Instant at) {
        return new News(kind, to, community, thread, about, by, at);
    }
}
