package kith.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes anonymous voices anew for posts that go to another topic. Each voice of the old topic becomes one of its own in the new one, with a new name and face: two
 * are never made one, because readers would learn that they always were. Its member speaks on as it only where that ties nothing together: where it left nothing
 * behind and they have no voice there yet. Else their next words there get a voice of their own.
 */
@Component
class MovedVoices {
    private final JdbcClient sql;
    private final Guises guises;

    MovedVoices(JdbcClient sql, Guises guises) {
        this.sql = sql;
        this.guises = guises;
    }

    /** Gives the posts of a move that is taken back the voices that they had before, which everybody knew them by. */
    void restore(UUID undone, TopicId to) {
        var left = sql.sql(MoveRows.VOICES_NOW)
                .param("undone", undone)
                .param("to", to.value())
                .query(UUID.class)
                .list();
        if (!left.isEmpty()) {
            sql.sql(MoveRows.VOICES_BACK)
                    .param("undone", undone)
                    .param("to", to.value())
                    .update();
            sql.sql(MoveRows.VOICES_LEFT).param("left", left).update();
            sql.sql(MoveRows.VOICES_AGAIN)
                    .param("undone", undone)
                    .param("to", to.value())
                    .update();
        }
    }

    /** Inside the caller's transaction, when the posts of {@code move} are already in {@code to}. */
    void follow(UUID move, Topic from, TopicId to) {
        var voices = sql.sql("""
                        select distinct p.voice_id from conversation.moved_post m join conversation.post p on p.id = m.post_id
                        where m.move_id = :move and p.voice_id is not null""").param("move", move).query(UUID.class).list();
        voices.forEach(voice -> follow(move, voice, from, to));
    }

    private void follow(UUID move, UUID voice, Topic from, TopicId to) {
        var fresh = back(voice, to) ? voice : renamed(voice, from, to);
        sql.sql("""
                        update conversation.post set voice_id = :fresh
                        where voice_id = :voice and id in (select post_id from conversation.moved_post where move_id = :move)""")
                .param("fresh", fresh)
                .param("voice", voice)
                .param("move", move)
                .update();
    }

    /** Whether the voice is the topic's own already. */
    private boolean back(UUID voice, TopicId to) {
        return sql.sql("select topic_id = :to from conversation.voice where id = :voice")
                .param("to", to.value())
                .param("voice", voice)
                .query(Boolean.class)
                .single();
    }

    private UUID renamed(UUID voice, Topic from, TopicId to) {
        var guise = guises.next(from.place().community().language(), taken(from.id(), to));
        var member = keeps(voice, from.id(), to);
        if (member != null) {
            sql.sql("update conversation.voice set member_id = null where id = :voice")
                    .param("voice", voice)
                    .update();
        }
        sql.sql("""
                        insert into conversation.voice (id, topic_id, member_id, name, face, speaking)
                        values (:id, :topic, :member::uuid, :name, :face, true)""")
                .param("id", guise.id())
                .param("topic", to.value())
                .param("member", member)
                .param("name", guise.name())
                .param("face", guise.face())
                .update();
        return guise.id();
    }

    /** No name of either topic, so that nobody is taken for somebody else. */
    private HashSet<String> taken(TopicId from, TopicId to) {
        return new HashSet<>(sql.sql("select name from conversation.voice where topic_id in (:topics)")
                .param("topics", List.of(from.value(), to.value()))
                .query(String.class)
                .list());
    }

    private @Nullable UUID keeps(UUID voice, TopicId from, TopicId to) {
        return sql.sql("""
                        select v.member_id from conversation.voice v
                        where v.id = :voice and v.member_id is not null
                          and not exists (select from conversation.post p where p.voice_id = v.id and p.topic_id = :from)
                          and not exists (select from conversation.voice o where o.topic_id = :to and o.member_id = v.member_id)""")
                .param("voice", voice)
                .param("from", from.value())
                .param("to", to.value())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }
}
