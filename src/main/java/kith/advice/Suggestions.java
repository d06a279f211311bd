package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.conversation.Topic;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.notification.Inbox;
import kith.notification.News;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What managers think should be asked to practitioners: once for a conversation, and its writer decides. */
@Component
class Suggestions {
    private final JdbcClient sql;
    private final Inbox inbox;
    private final Clock clock;

    Suggestions(JdbcClient sql, Inbox inbox, Clock clock) {
        this.sql = sql;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Who suggested it and when; whether its writer does not want it. Whether they asked is theirs. */
    public record Suggestion(Card by, Instant at, boolean declined) {}

    Optional<Suggestion> of(Topic topic) {
        return sql.sql("""
                        select s.suggested_at, s.declined_at is not null as declined, c.id, c.name, c.face, c.picture_id
                        from advice.suggestion s left join identity.card c on c.id = s.suggested_by where s.topic_id = :topic""")
                .param("topic", topic.id().value())
                .query((row, n) -> new Suggestion(
                        Card.of(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("face"),
                                row.getObject("picture_id", UUID.class)),
                        QuestionRows.instant(row, "suggested_at"),
                        row.getBoolean("declined")))
                .optional();
    }

    /** Tells the writer, once, however often it is suggested. */
    @Transactional
    void add(Topic topic, MemberId writer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var community = topic.place().community().id();
        var by = topic.place().self();
        var added = sql.sql("""
                        insert into advice.suggestion (topic_id, community_id, writer, suggested_by, suggested_at)
                        values (:topic, :community, :writer, :by, :now) on conflict (topic_id) do nothing""")
                .param("topic", topic.id().value())
                .param("community", community.value())
                .param("writer", writer.value())
                .param("by", by.value(), Types.OTHER)
                .param("now", now.atOffset(UTC))
                .update();
        if (added == 1) {
            var topicId = topic.id().value();
            inbox.tell(
                    List.of(new News(NoticeOfSuggestion.KIND, writer, community.value(), topicId, topicId, by, now)));
        }
    }

    void decline(Topic topic) {
        sql.sql("update advice.suggestion set declined_at = :now where topic_id = :topic and declined_at is null")
                .param("topic", topic.id().value())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }
}
