package kith.conversation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kith.community.Section;
import kith.identity.Viewer;
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
    private final KeptMoves kept;
    private final Carriage carriage;
    private final MovedReadings readings;
    private final ApplicationEventPublisher events;

    Moves(
            JdbcClient sql,
            Topics topics,
            KeptMoves kept,
            Carriage carriage,
            MovedReadings readings,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.topics = topics;
        this.kept = kept;
        this.carriage = carriage;
        this.readings = readings;
        this.events = events;
    }

    /** The moves of a topic that stand, the latest first, without what this reader does not see. */
    List<Move> of(Topic topic) {
        return kept.of(topic);
    }

    /** Brings a topic to another section of its community. */
    @Transactional
    void toSection(Topic topic, Section section) {
        if (!topic.section().id().equals(section.id())) {
            kept.begin(
                    topic,
                    topic.id(),
                    Move.Kind.SECTION,
                    null,
                    topic.section().id().value());
            place(topic, section.id().value());
        }
    }

    private void place(Topic topic, UUID section) {
        sql.sql("update conversation.topic set section_id = :section, furnished = true where id = :id")
                .param("section", section)
                .param("id", topic.id().value())
                .update();
        events.publishEvent(
                new TopicTurned(topic.id(), topic.place().community().id()));
    }

    /** Gives posts a topic of their own. The opening stays; null where none is left to go. */
    @Transactional
    @Nullable
    TopicId split(Topic topic, Split split) {
        carriage.lock(topic.id(), topic.id());
        var to = found(topic, split.title());
        var move = kept.begin(topic, to, Move.Kind.SPLIT, topic.id(), null);
        if (carriage.choose(move, topic, split) == 0) {
            throw new NotHere();
        }
        readings.split(topic.id(), to);
        carriage.carry(move, topic, to, null);
        carriage.open(to);
        carriage.settle(move, topic, to, false, kept.now());
        return to;
    }

    private TopicId found(Topic topic, String title) {
        var to = TopicId.next();
        sql.sql("""
                        insert into conversation.topic (id, community_id, section_id, title, opening, opened_at, active_at)
                        select :id, community_id, section_id, :title, '', opened_at, active_at from conversation.topic where id = :from""")
                .param("id", to.value())
                .param("title", title)
                .param("from", topic.id().value())
                .update();
        return to;
    }

    /** Brings all posts of a later topic into an earlier one, so that what was said first stays first. */
    @Transactional
    void merge(Topic later, Topic earlier) {
        merge(later, earlier, null);
    }

    private UUID merge(Topic later, Topic earlier, @Nullable UUID undone) {
        carriage.lock(later.id(), earlier.id());
        var move = kept.begin(later, earlier.id(), Move.Kind.MERGE, later.id(), null);
        carriage.chooseAll(move, later.id());
        readings.merge(later.id(), earlier.id());
        carriage.carry(move, later, earlier.id(), undone);
        carriage.leadTo(later.id(), earlier.id());
        carriage.settle(move, later, earlier.id(), true, kept.now());
        return move;
    }

    /** Takes a move back as far as it stands: posts that were written since stay where they were written. */
    @Transactional
    TopicId undo(Viewer viewer, UUID id) {
        var row = kept.standing(viewer, id);
        var here = topics.find(viewer, row.to());
        switch (row.kind()) {
            case SECTION -> place(here, Objects.requireNonNull(row.fromSection()));
            case MERGE -> unmerge(here, row);
            case SPLIT -> kept.end(merge(here, topics.find(viewer, Objects.requireNonNull(row.from())), id));
        }
        kept.end(id);
        kept.note(viewer, "topic.move-undone", here);
        return row.kind() == Move.Kind.MERGE ? Objects.requireNonNull(row.from()) : here.id();
    }

    private void unmerge(Topic here, KeptMoves.Row row) {
        var from = Objects.requireNonNull(row.from());
        carriage.lock(here.id(), from);
        var back = kept.begin(here, from, Move.Kind.MERGE, here.id(), null);
        carriage.chooseBack(back, row.id(), here.id());
        carriage.carry(back, here, from, row.id());
        carriage.openAgain(from, row.id());
        kept.end(back);
        readings.part(here.id(), from);
        carriage.settle(back, here, from, false, kept.now());
    }
}
