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

    private static final int ON_PAPER = 200;

    /** So many posts are shown again before the first that is new, so that one knows where one was. */
    private static final int BEFORE = 2;

    private final JdbcClient sql;
    private final Topics topics;
    private final Voices voices;
    private final Readings readings;
    private final Mentions mentions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Posts(
            JdbcClient sql,
            Topics topics,
            Voices voices,
            Readings readings,
            Mentions mentions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.topics = topics;
        this.voices = voices;
        this.readings = readings;
        this.mentions = mentions;
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

    /** Some posts of a topic, in no order. */
    List<Post> some(Topic topic, List<PostId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql(PostRows.SELECT + "where p.id in (:ids) and p.topic_id = :topic")
                        .param("ids", ids.stream().map(PostId::value).toList())
                        .param("topic", topic.id().value())
                        .query((row, n) -> PostRows.post(topic, row))
                        .list();
    }

    /** The part of a topic that its reader asked for. */
    Stretch in(Topic topic, Window window) {
        return switch (window) {
            case Window.FromStart start -> Stretch.onward(read(topic, "", "", null, PAGE), PAGE, true);
            case Window.Newest newest -> Stretch.backward(read(topic, "", "desc", null, PAGE), PAGE, true);
            case Window.After after -> Stretch.onward(read(topic, ">", "", after.post(), PAGE), PAGE, false);
            case Window.Before before -> Stretch.backward(read(topic, "<", "desc", before.post(), PAGE), PAGE, false);
            case Window.Around around -> around(topic, around.post(), PAGE / 2);
            case Window.Unread unread -> unread(topic, unread.from());
        };
    }

    private Stretch around(Topic topic, PostId post, int half) {
        return Stretch.backward(read(topic, "<", "desc", post, half), half, false)
                .and(Stretch.onward(read(topic, ">=", "", post, half), half, false));
    }

    /** A long part of a topic, from its start or behind a post. */
    Stretch onPaper(Topic topic, @Nullable PostId after) {
        return Stretch.onward(read(topic, ">", "", after, ON_PAPER), ON_PAPER, after == null);
    }

    private Stretch unread(Topic topic, Bookmark from) {
        var fresh = Stretch.onward(beside(topic, ">", "", from, PAGE), PAGE, false);
        return fresh.posts().isEmpty()
                ? in(topic, new Window.Newest())
                : Stretch.backward(beside(topic, "<=", "desc", from, BEFORE), BEFORE, false)
                        .and(fresh);
    }

    private List<Post> beside(Topic topic, String than, String order, Bookmark key, int size) {
        return sql.sql(PostRows.SELECT + "where p.topic_id = :topic and (p.posted_at, p.id) " + than
                        + " (:at, :id) order by p.posted_at " + order + ", p.id " + order + " limit :most")
                .param("topic", topic.id().value())
                .param("at", key.at().atOffset(ZoneOffset.UTC))
                .param("id", key.post())
                .param("most", size + 1)
                .query((row, n) -> PostRows.post(topic, row))
                .list();
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
                        where topic_id = :topic and posted_at > :since and author_id = :author and anonymous = :anonymous and (credential_id is not null) = :advises and body = :body and state = 'STANDING'""")
                .param("topic", reply.topic().id().value())
                .param("since", at.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("author", reply.topic().place().self().value())
                .param("anonymous", reply.as().anonymous())
                .param("advises", reply.as().advises())
                .param("body", reply.body())
                .query(UUID.class)
                .optional()
                .map(PostId::new);
    }

    private PostId write(Reply reply, Instant at) {
        var language = reply.topic().place().community().language();
        var voice = voices.speak(reply.post(), reply.as(), language);
        PostRows.insert(sql, reply.post(), voice, at);
        mentions.note(reply.topic().place(), reply.id(), reply.body());
        readings.wrote(reply.topic().place(), reply.topic().id(), reply.id(), at);
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
