package kith.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kith.page.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries the posts of a move from one topic to another, with the voices that they speak in. All of it inside the caller's transaction. */
@Component
class Carriage {
    private final JdbcClient sql;
    private final Topics topics;
    private final MovedVoices voices;
    private final ApplicationEventPublisher events;

    Carriage(JdbcClient sql, Topics topics, MovedVoices voices, ApplicationEventPublisher events) {
        this.sql = sql;
        this.topics = topics;
        this.voices = voices;
        this.events = events;
    }

    /** In one order for everybody, so that two hosts at once do not wait for each other. */
    void lock(TopicId one, TopicId other) {
        sql.sql("select id from conversation.topic where id in (:ids) order by id for update")
                .param("ids", List.of(one.value(), other.value()))
                .query(UUID.class)
                .list();
    }

    /** Takes those that a host chose; gives how many. */
    int choose(UUID move, Topic topic, Split split) {
        return sql.sql(MoveRows.CHOOSE + " " + MoveRows.CHOSEN)
                .param("move", move)
                .param("from", topic.id().value())
                .param("posts", split.posts().stream().map(PostId::value).toList())
                .param("rest", split.rest())
                .update();
    }

    /** Takes all that there is. */
    void chooseAll(UUID move, TopicId from) {
        sql.sql(MoveRows.CHOOSE).param("move", move).param("from", from.value()).update();
    }

    /** Takes what another move brought and is still there. */
    void chooseBack(UUID move, UUID undone, TopicId from) {
        sql.sql(MoveRows.CHOOSE_BACK)
                .param("move", move)
                .param("undone", undone)
                .param("from", from.value())
                .update();
    }

    void carry(UUID move, Topic from, TopicId to, @Nullable UUID undone) {
        sql.sql(MoveRows.CARRY).param("to", to.value()).param("move", move).update();
        if (undone != null) {
            voices.restore(undone, to);
        }
        voices.follow(move, from, to);
    }

    /** Counts both topics anew, and tells. */
    void settle(UUID move, Topic from, TopicId to, boolean all, Instant at) {
        for (var id : List.of(from.id(), to)) {
            topics.recount(id);
            sql.sql(MoveRows.TIMES).param("id", id.value()).update();
        }
        var posts = sql.sql(MoveRows.MOVED)
                .param("move", move)
                .query((row, n) -> new PostId(row.getObject("post_id", UUID.class)))
                .list();
        events.publishEvent(
                new PostsMoved(from.id(), to, from.place().community().id(), posts, all, at));
    }

    /** The first of the posts that came opens a new topic. */
    void open(TopicId to) {
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

    /** What opened a topic before a move opens it again. */
    void openAgain(TopicId topic, UUID undone) {
        sql.sql(MoveRows.OPEN_AGAIN)
                .param("topic", topic.value())
                .param("move", undone)
                .update();
        leadTo(topic, null);
    }

    /** The address of a topic leads on to another, or to itself again. */
    void leadTo(TopicId from, @Nullable TopicId to) {
        sql.sql("update conversation.topic set merged_into = :to::uuid, pinned = false where id = :from")
                .param("to", to == null ? null : to.value())
                .param("from", from.value())
                .update();
    }
}
