package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The anonymous voices of topics. Which member has which is asked for one's own alone. */
@Component
class Voices {
    private final JdbcClient sql;
    private final Guises guises;

    Voices(JdbcClient sql, Guises guises) {
        this.sql = sql;
        this.guises = guises;
    }

    /** The viewer's own voice in a topic, if they ever spoke anonymously there. */
    Optional<Guise> own(Topic topic) {
        return topic.place().viewer().signedIn()
                ? own(topic.id(), topic.place().self())
                : Optional.empty();
    }

    private Optional<Guise> own(TopicId topic, MemberId member) {
        return sql.sql("select id, name, face, speaking from conversation.voice where topic_id = :topic and member_id = :member")
                .param("topic", topic.value())
                .param("member", member.value())
                .query(Voices::guise)
                .optional();
    }

    /** The voice that a post is written in, made where there is none yet, and from now on remembered; null for one's own name. Inside the caller's transaction, which holds the topic's row. */
    @org.jspecify.annotations.Nullable
    UUID speak(NewPost post, As as, Locale language) {
        remember(post, as);
        return as.anonymous()
                ? own(post.topic(), post.author()).map(Guise::id).orElseGet(() -> begin(post, language))
                : null;
    }

    private UUID begin(NewPost post, Locale language) {
        var taken = new HashSet<>(sql.sql("select name from conversation.voice where topic_id = :topic")
                .param("topic", post.topic().value())
                .query(String.class)
                .list());
        var guise = guises.next(language, taken);
        sql.sql("""
                        insert into conversation.voice (id, topic_id, member_id, name, face)
                        values (:id, :topic, :member, :name, :face)""")
                .param("id", guise.id())
                .param("topic", post.topic().value())
                .param("member", post.author().value())
                .param("name", guise.name())
                .param("face", guise.face())
                .update();
        return guise.id();
    }

    private void remember(NewPost post, As as) {
        sql.sql("update conversation.voice set speaking = :speaking where topic_id = :topic and member_id = :member")
                .param("speaking", as.anonymous())
                .param("topic", post.topic().value())
                .param("member", post.author().value())
                .update();
    }

    private static Guise guise(ResultSet row, int n) throws SQLException {
        return new Guise(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("face"),
                row.getBoolean("speaking"));
    }
}
