package kith.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The content notes of posts: put there by writers and hosts, and asked for by readers. */
@Component
class Notes {
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notes(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** One change of a note: its words after it, and whether a host made it. */
    public record Noting(String words, boolean host, Instant at) {}

    /** Puts a note on a post, changes it or takes it off; what was asked for is answered by that. */
    @Transactional
    void put(Post post, Note note) {
        var host = !post.mine();
        var changed = change(post, note, host) == 1;
        if (changed && post.opens()) {
            sql.sql("update conversation.topic set content_note = :words where id = :topic")
                    .param("words", note.toString())
                    .param("topic", post.topic().id().value())
                    .update();
        }
        if (changed && host && note.any() && !note.equals(post.note())) {
            events.publishEvent(new PostNoted(
                    post.id(),
                    post.topic().id(),
                    post.topic().place().community().id(),
                    now()));
        }
        events.publishEvent(PostTurned.of(post));
    }

    private int change(Post post, Note note, boolean host) {
        var changed = sql.sql("""
                        update conversation.post set content_note = :words, note_from = :from, note_asked_at = null
                        where id = :post and (content_note <> :words or note_asked_at is not null)""")
                .param("words", note.toString())
                .param("from", !note.any() ? "" : host ? "HOST" : "WRITER")
                .param("post", post.id().value())
                .update();
        if (changed == 1 && !note.equals(post.note())) {
            sql.sql("""
                            insert into conversation.noting (id, post_id, member_id, host, words, noted_at)
                            values (:id, :post, :self, :host, :words, :at)""")
                    .param("id", Ids.next())
                    .param("post", post.id().value())
                    .param("self", post.topic().place().self().value())
                    .param("host", host)
                    .param("words", note.toString())
                    .param("at", now().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return changed;
    }

    /** What was noted on a post and when, the latest first. */
    List<Noting> of(Post post) {
        return sql.sql(
                        "select words, host, noted_at from conversation.noting where post_id = :post order by id desc limit 100")
                .param("post", post.id().value())
                .query((row, n) ->
                        new Noting(row.getString("words"), row.getBoolean("host"), TopicRows.instant(row, "noted_at")))
                .list();
    }

    /** Asks the writer for a note, once for each reader and post; who said no is not asked again by the same one. */
    @Transactional
    void ask(Post post) {
        var asked = sql.sql("""
                        insert into conversation.note_wish (post_id, member_id, wished_at)
                        values (:post, :self, :at) on conflict do nothing""")
                .param("post", post.id().value())
                .param("self", post.topic().place().self().value())
                .param("at", now().atOffset(ZoneOffset.UTC))
                .update();
        if (asked == 1) {
            var first = sql.sql(
                            "update conversation.post set note_asked_at = coalesce(note_asked_at, :at) where id = :post and content_note = ''")
                    .param("at", now().atOffset(ZoneOffset.UTC))
                    .param("post", post.id().value())
                    .update();
            if (first == 1) {
                events.publishEvent(new NoteWished(
                        post.id(),
                        post.topic().id(),
                        post.topic().place().community().id(),
                        now()));
            }
            asked(post);
        }
    }

    /** The writer leaves it as it is. */
    @Transactional
    void decline(Post post) {
        sql.sql("update conversation.post set note_asked_at = null where id = :post")
                .param("post", post.id().value())
                .update();
        asked(post);
    }

    private void asked(Post post) {
        sql.sql("select author_id from conversation.post where id = :post and author_id is not null")
                .param("post", post.id().value())
                .query((row, n) -> new MemberId(row.getObject("author_id", UUID.class)))
                .optional()
                .ifPresent(writer -> events.publishEvent(new NoteAsked(post.id(), writer)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
