package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import kith.page.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rows of {@code conversation.post} become posts, and new ones rows. */
final class PostRows {
    /** Ends open, for the caller's {@code where}. */
    static final String SELECT = """
            select p.*, c.name, c.face, c.picture_id, b.role, b.profession, v.name as voice_name, v.face as voice_face
            from conversation.post p
            left join identity.card c on c.id = p.author_id and not p.anonymous
            left join community.belonging b on b.community_id = p.community_id and b.account_id = p.author_id and not p.anonymous
            left join conversation.voice v on v.id = p.voice_id
            """;

    private PostRows() {}

    static Post post(Topic topic, ResultSet row) throws SQLException {
        return new Post(
                new PostId(row.getObject("id", UUID.class)),
                topic,
                TopicRows.voice(topic.place().viewer(), row),
                row.getBoolean("opens"),
                row.getString("body"),
                row.getString("html"),
                TopicRows.instant(row, "posted_at"),
                row.getInt("version"),
                TopicRows.maybe(row, "edited_at"),
                state(row),
                TopicRows.maybe(row, "withdrawn_at"),
                new Source(row.getString("source_text"), row.getString("source_url"), row.getString("source_licence")));
    }

    private static Post.State state(ResultSet row) throws SQLException {
        var state = Post.State.valueOf(row.getString("state"));
        return state == Post.State.STANDING && row.getObject("hidden_at") != null ? Post.State.HIDDEN : state;
    }

    /** {@code voice} is the anonymous voice it is written in, or null. */
    static void insert(JdbcClient sql, NewPost post, @Nullable UUID voice, Instant at) {
        sql.sql("""
                        insert into conversation.post (id, topic_id, community_id, author_id, opens, body, html, renderer, posted_at, anonymous, voice_id)
                        values (:id, :topic, :community, :author, :opens, :body, :html, :renderer, :at, cast(:voice as uuid) is not null, :voice)""")
                .param("id", post.id().value())
                .param("topic", post.topic().value())
                .param("community", post.community().value())
                .param("author", post.author().value())
                .param("opens", post.opens())
                .param("body", post.body())
                .param("html", post.words().html())
                .param("renderer", Markdown.VERSION)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("voice", voice, Types.OTHER)
                .update();
    }
}
