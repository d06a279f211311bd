package kith.conversation;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is said in topics, reached through the person asking or the topic that they were shown. */
@Component
class Posts {
    static final int PAGE = 20;

    private final JdbcClient sql;
    private final Topics topics;
    private final Voices voices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Posts(JdbcClient sql, Topics topics, Voices voices, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.topics = topics;
        this.voices = voices;
        this.events = events;
        this.clock = clock;
    }

    Post find(Viewer viewer, PostId id) {
        var topic = sql.sql("select topic_id from conversation.post where id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(NotHere::new);
        return find(topics.find(viewer, new TopicId(topic)), id).orElseThrow(NotHere::new);
    }

    Optional<Post> find(Topic topic, PostId id) {
        return sql.sql(PostRows.SELECT + "where p.id = :id and p.topic_id = :topic")
                .param("id", id.value())
                .param("topic", topic.id().value())
                .query((row, n) -> PostRows.post(topic, row))
                .optional();
    }

    /** The part of a topic that its reader asked for. */
    Stretch in(Topic topic, Window window) {
        return switch (window) {
            case Window.FromStart start -> Stretch.onward(read(topic, "", "", null, PAGE), PAGE, true);
            case Window.Newest newest -> Stretch.backward(read(topic, "", "desc", null, PAGE), PAGE, true);
            case Window.After after -> Stretch.onward(read(topic, ">", "", after.post(), PAGE), PAGE, false);
            case Window.Before before -> Stretch.backward(read(topic, "<", "desc", before.post(), PAGE), PAGE, false);
            case Window.Around around -> around(topic, around.post(), PAGE / 2);
        };
    }

    private Stretch around(Topic topic, PostId post, int half) {
        return Stretch.backward(read(topic, "<", "desc", post, half), half, false)
                .and(Stretch.onward(read(topic, ">=", "", post, half), half, false));
    }

    private List<Post> read(Topic topic, String than, String order, @Nullable PostId key, int size) {
        var from = key == null
                ? ""
                : " and (p.posted_at, p.id) " + than
                        + " (select k.posted_at, k.id from conversation.post k where k.id = :key and k.topic_id = :topic)";
        var asked = sql.sql(PostRows.SELECT + "where p.topic_id = :topic" + from + " order by p.posted_at " + order
                        + ", p.id " + order + " limit :most")
                .param("topic", topic.id().value())
                .param("most", size + 1);
        return (key == null ? asked : asked.param("key", key.value()))
                .query((row, n) -> PostRows.post(topic, row))
                .list();
    }

    /** Writes a reply down, moves its topic up, and tells of it; the same reply sent twice in a hurry is there once. */
    @Transactional
    PostId add(Reply reply) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // Takes the lock on the topic's row, so that a twin sent at the same moment waits here until this one is there.
        sql.sql("select id from conversation.topic where id = :id for update")
                .param("id", reply.topic().id().value())
                .query(UUID.class)
                .single();
        return twin(reply, at).orElseGet(() -> write(reply, at));
    }

    private Optional<PostId> twin(Reply reply, Instant at) {
        return sql.sql("""
                        select id from conversation.post
                        where topic_id = :topic and posted_at > :since and author_id = :author and anonymous = :anonymous and body = :body and state = 'STANDING'""")
                .param("topic", reply.topic().id().value())
                .param("since", at.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("author", reply.topic().place().self().value())
                .param("anonymous", reply.as().anonymous())
                .param("body", reply.body())
                .query(UUID.class)
                .optional()
                .map(PostId::new);
    }

    private PostId write(Reply reply, Instant at) {
        var language = reply.topic().place().community().language();
        var voice = voices.speak(reply.post(), reply.as(), language);
        PostRows.insert(sql, reply.post(), voice, at);
        events.publishEvent(reply.published(at, count(reply, voice, at)));
        return reply.id();
    }

    /**
     * Counts the reply, and says whether it is the first by another voice than the one that opened the topic. Voices, not people: were a topic that its
     * anonymous writer answers under their own name still without an answer, everybody would know who opened it.
     */
    private boolean count(Reply reply, @Nullable UUID voice, Instant at) {
        return sql.sql("""
                        update conversation.topic
                        set reply_count = reply_count + 1, active_at = greatest(active_at, :at),
                            answered_at = coalesce(answered_at, case when (author_id, voice_id) is distinct from (:author, cast(:voice as uuid)) then :at end)
                        where id = :id returning coalesce(answered_at = :at, false)""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("author", reply.topic().place().self().value())
                .param("voice", voice, Types.OTHER)
                .param("id", reply.topic().id().value())
                .query(Boolean.class)
                .single();
    }
}
