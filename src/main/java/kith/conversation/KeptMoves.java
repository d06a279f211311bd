package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kith.audit.AuditLog;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was moved, by whom and when, as it is written down: here for readers, and in the audit log. */
@Component
class KeptMoves {
    private final JdbcClient sql;
    private final Topics topics;
    private final AuditLog audit;
    private final Clock clock;

    KeptMoves(JdbcClient sql, Topics topics, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.topics = topics;
        this.audit = audit;
        this.clock = clock;
    }

    /** The moves of a topic that stand, the latest first, without what this reader does not see. */
    List<Move> of(Topic topic) {
        var rows = rows(topic.id());
        var first = rows.isEmpty() ? null : rows.getFirst().id();
        return rows.stream()
                .map(row -> row.in(topic, other(topic, row), row.id().equals(first)))
                .toList();
    }

    private List<Row> rows(TopicId topic) {
        return sql.sql(MoveRows.OF)
                .param("topic", topic.value())
                .query(KeptMoves::row)
                .list();
    }

    private @Nullable Topic other(Topic topic, Row row) {
        var id = row.to().equals(topic.id()) ? row.from() : row.to();
        try {
            return id == null || row.kind() == Move.Kind.MERGE
                    ? null
                    : topics.find(topic.place().viewer(), id);
        } catch (NotHere unseen) {
            return null;
        }
    }

    /** A move as it is kept. */
    record Row(
            UUID id,
            Move.Kind kind,
            TopicId to,
            @Nullable TopicId from,
            @Nullable UUID fromSection,
            String section,
            Card by,
            Instant at) {
        Move in(Topic topic, @Nullable Topic other, boolean last) {
            return new Move(id, kind, to.equals(topic.id()), other, section, by, at, last);
        }
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var from = row.getObject("from_topic_id", UUID.class);
        return new Row(
                row.getObject("id", UUID.class),
                Move.Kind.valueOf(row.getString("kind")),
                new TopicId(row.getObject("topic_id", UUID.class)),
                from == null ? null : new TopicId(from),
                row.getObject("from_section_id", UUID.class),
                row.getString("section"),
                Card.of(
                        row.getObject("by_id", UUID.class),
                        row.getString("name"),
                        row.getString("face"),
                        row.getObject("picture_id", UUID.class)),
                TopicRows.instant(row, "moved_at"));
    }

    /** The latest move of its topic that stands, for whoever hosts there. */
    Row standing(Viewer viewer, UUID id) {
        var to = sql.sql("select topic_id from conversation.move where id = :id and undone_at is null for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(TopicId::new)
                .orElseThrow(NotHere::new);
        var topic = topics.find(viewer, to);
        var latest = rows(to);
        if (!topic.id().equals(to)
                || !topic.mayMove()
                || latest.isEmpty()
                || !latest.getFirst().id().equals(id)) {
            throw new NotHere();
        }
        return latest.getFirst();
    }

    /** Inside the caller's transaction. */
    UUID begin(Topic topic, TopicId to, Move.Kind kind, @Nullable TopicId from, @Nullable UUID section) {
        var id = Ids.next();
        sql.sql(MoveRows.BEGIN)
                .param("id", id)
                .param("kind", kind.name())
                .param("community", topic.place().community().id().value())
                .param("to", to.value())
                .param("from", from == null ? null : from.value())
                .param("section", section)
                .param("by", topic.place().self().value())
                .param("at", now().atOffset(ZoneOffset.UTC))
                .update();
        note(topic.place().viewer(), "topic.moved." + kind.word(), topic);
        return id;
    }

    void note(Viewer viewer, String verb, Topic topic) {
        audit.note(
                viewer.member().value(),
                verb,
                "topic " + topic.id(),
                "community " + topic.place().community().id());
    }

    void end(UUID move) {
        sql.sql("update conversation.move set undone_at = :at where id = :id")
                .param("at", now().atOffset(ZoneOffset.UTC))
                .param("id", move)
                .update();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
