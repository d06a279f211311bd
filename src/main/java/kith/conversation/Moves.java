package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kith.audit.AuditLog;
import kith.community.Section;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.Viewer;
import kith.page.Markdown;
import kith.page.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What hosts move: topics between sections, posts between topics. Addresses lead on, thanks and history stay with their posts, and all of it is written down. */
@Component
class Moves {
    private final JdbcClient sql;
    private final Topics topics;
    private final MovedVoices voices;
    private final MovedReadings readings;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(
            JdbcClient sql,
            Topics topics,
            MovedVoices voices,
            MovedReadings readings,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.topics = topics;
        this.voices = voices;
        this.readings = readings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The moves of a topic that stand, the latest first, without what this reader does not see. */
    List<Move> of(Topic topic) {
        var rows = sql.sql(MoveRows.OF)
                .param("topic", topic.id().value())
                .query(Moves::row)
                .list();
        var first = rows.isEmpty() ? null : rows.getFirst().id();
        return rows.stream()
                .map(row -> row.in(topic, other(topic, row), row.id().equals(first)))
                .toList();
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

    /** Brings a topic to another section of its community. */
    @Transactional
    void toSection(Topic topic, Section section) {
        if (!topic.section().id().equals(section.id())) {
            begin(topic, Move.Kind.SECTION, null, topic.section().id().value());
            place(topic.id(), section.id().value());
            turned(topic);
        }
    }

    private void turned(Topic topic) {
        events.publishEvent(
                new TopicTurned(topic.id(), topic.place().community().id()));
    }

    private void place(TopicId topic, UUID section) {
        sql.sql("update conversation.topic set section_id = :section, furnished = true where id = :id")
                .param("section", section)
                .param("id", topic.value())
                .update();
    }

    /** Gives posts a topic of their own. The opening stays; null where none is left to go. */
    @Transactional
    @Nullable
    TopicId split(Topic topic, Split split) {
        lock(topic.id(), topic.id());
        var to = TopicId.next();
        sql.sql("""
                        insert into conversation.topic (id, community_id, section_id, title, opening, opened_at, active_at)
                        select :id, community_id, section_id, :title, '', opened_at, active_at from conversation.topic where id = :from""")
                .param("id", to.value())
                .param("title", split.title())
                .param("from", topic.id().value())
                .update();
        var move = begin(topic, to, Move.Kind.SPLIT, topic.id(), null);
        if (choose(move, topic, split) == 0) {
            throw new NotHere();
        }
        readings.split(topic.id(), to);
        carry(move, topic, to, null);
        open(to);
        settle(move, topic, to, false);
        return to;
    }

    private int choose(UUID move, Topic topic, Split split) {
        return sql.sql(MoveRows.CHOOSE + " " + MoveRows.CHOSEN)
                .param("move", move)
                .param("from", topic.id().value())
                .param("posts", split.posts().stream().map(PostId::value).toList())
                .param("rest", split.rest())
                .update();
    }

    private void open(TopicId to) {
        sql.sql(MoveRows.OPEN).param("to", to.value()).update();
        var body = sql.sql("select body from conversation.post where topic_id = :to and opens and state = 'STANDING'")
                .param("to", to.value())
                .query(String.class)
                .optional()
                .orElse("");
        sql.sql("update conversation.topic set opening = :opening where id = :to")
                .param("opening", Markdown.render(body).opening(Topics.OPENING))
                .param("to", to.value())
                .update();
    }

    /** Brings all posts of a later topic into an earlier one, so that what was said first stays first. */
    @Transactional
    void merge(Topic later, Topic earlier) {
        merge(later, earlier, null);
    }

    private UUID merge(Topic later, Topic earlier, @Nullable UUID undone) {
        lock(later.id(), earlier.id());
        var move = begin(later, earlier.id(), Move.Kind.MERGE, later.id(), null);
        sql.sql(MoveRows.CHOOSE)
                .param("move", move)
                .param("from", later.id().value())
                .update();
        readings.merge(later.id(), earlier.id());
        carry(move, later, earlier.id(), undone);
        leadTo(later.id(), earlier.id());
        settle(move, later, earlier.id(), true);
        return move;
    }

    private void leadTo(TopicId from, @Nullable TopicId to) {
        sql.sql("update conversation.topic set merged_into = :to::uuid, pinned = false where id = :from")
                .param("to", to == null ? null : to.value())
                .param("from", from.value())
                .update();
    }

    /** Takes a move back as far as it stands: posts that were written since stay where they were written. */
    @Transactional
    TopicId undo(Viewer viewer, UUID id) {
        var row = standing(viewer, id);
        var here = topics.find(viewer, row.to());
        switch (row.kind()) {
            case SECTION -> {
                place(row.to(), Objects.requireNonNull(row.fromSection()));
                turned(here);
            }
            case MERGE -> unmerge(here, row);
            case SPLIT -> end(merge(here, topics.find(viewer, Objects.requireNonNull(row.from())), id));
        }
        end(id);
        note(viewer, "topic.move-undone", here);
        return row.kind() == Move.Kind.MERGE ? Objects.requireNonNull(row.from()) : here.id();
    }

    private void end(UUID move) {
        sql.sql("update conversation.move set undone_at = :at where id = :id")
                .param("at", now().atOffset(ZoneOffset.UTC))
                .param("id", move)
                .update();
    }

    private void unmerge(Topic here, Row row) {
        var from = Objects.requireNonNull(row.from());
        lock(here.id(), from);
        var back = begin(here, from, Move.Kind.MERGE, here.id(), null);
        sql.sql(MoveRows.CHOOSE_BACK)
                .param("move", back)
                .param("undone", row.id())
                .param("from", here.id().value())
                .update();
        carry(back, here, from, row.id());
        sql.sql(MoveRows.OPEN_AGAIN)
                .param("topic", from.value())
                .param("move", row.id())
                .update();
        leadTo(from, null);
        end(back);
        readings.part(here.id(), from);
        settle(back, here, from, false);
    }

    /** The latest move of its topic that stands, for whoever hosts there. */
    private Row standing(Viewer viewer, UUID id) {
        var to = sql.sql("select topic_id from conversation.move where id = :id and undone_at is null for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(TopicId::new)
                .orElseThrow(NotHere::new);
        var topic = topics.find(viewer, to);
        var latest = sql.sql(MoveRows.OF)
                .param("topic", to.value())
                .query(Moves::row)
                .list();
        if (!topic.id().equals(to)
                || !topic.mayMove()
                || latest.isEmpty()
                || !latest.getFirst().id().equals(id)) {
            throw new NotHere();
        }
        return latest.getFirst();
    }

    private UUID begin(Topic topic, Move.Kind kind, @Nullable TopicId from, @Nullable UUID section) {
        return begin(topic, topic.id(), kind, from, section);
    }

    private UUID begin(Topic topic, TopicId to, Move.Kind kind, @Nullable TopicId from, @Nullable UUID section) {
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

    private void note(Viewer viewer, String verb, Topic topic) {
        audit.note(
                viewer.member().value(),
                verb,
                "topic " + topic.id(),
                "community " + topic.place().community().id());
    }

    private void carry(UUID move, Topic from, TopicId to, @Nullable UUID undone) {
        sql.sql(MoveRows.CARRY).param("to", to.value()).param("move", move).update();
        if (undone != null) {
            voices.restore(undone, to);
        }
        voices.follow(move, from, to);
    }

    /** Counts both topics anew, and tells. */
    private void settle(UUID move, Topic from, TopicId to, boolean all) {
        for (var id : List.of(from.id(), to)) {
            topics.recount(id);
            sql.sql(MoveRows.TIMES).param("id", id.value()).update();
        }
        var posts = sql.sql(MoveRows.MOVED)
                .param("move", move)
                .query((row, n) -> new PostId(row.getObject("post_id", UUID.class)))
                .list();
        events.publishEvent(
                new PostsMoved(from.id(), to, from.place().community().id(), posts, all, now()));
    }

    /** In one order for everybody, so that two hosts at once do not wait for each other. */
    private void lock(TopicId one, TopicId other) {
        sql.sql("select id from conversation.topic where id in (:ids) order by id for update")
                .param("ids", List.of(one.value(), other.value()))
                .query(UUID.class)
                .list();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
