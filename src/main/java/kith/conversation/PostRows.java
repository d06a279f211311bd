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
            select p.*, c.name, c.face, c.picture_id, b.role, b.profession, b.listed, v.name as voice_name, v.face as voice_face,
                   k.profession as mark_profession, k.checked_on as mark_checked, k.current as mark_current
            from conversation.post p
            left join identity.card c on c.id = p.author_id and not p.anonymous
            left join community.belonging b on b.community_id = p.community_id and b.account_id = p.author_id and not p.anonymous
            left join conversation.voice v on v.id = p.voice_id
            left join practitioner.mark k on k.id = p.credential_id
            """;

    /** The one that counts now, of {@code :author} in {@code :community}. */
    static final String CREDENTIAL =
            " (select m.id from practitioner.mark m where m.member_id = :author and m.community_id = :community order by m.current desc limit 1) ";

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
                new Source(row.getString("source_text"), row.getString("source_url"), row.getString("source_licence")),
                manner(row),
                Marks.of(topic, row));
    }

    private static @Nullable UUID answers(Manner manner) {
        return manner.answers() == null ? null : manner.answers().value();
    }

    private static Manner manner(ResultSet row) throws SQLException {
        var answers = row.getObject("answers", UUID.class);
        return new Manner(row.getString("language"), answers == null ? null : new PostId(answers));
    }

    private static Post.State state(ResultSet row) throws SQLException {
        var state = Post.State.valueOf(row.getString("state"));
        return state == Post.State.STANDING && row.getObject("hidden_at") != null ? Post.State.HIDDEN : state;
    }

    /** {@code voice} is the anonymous voice it is written in, or null. */
    static void insert(JdbcClient sql, NewPost post, @Nullable UUID voice, Instant at) {
        sql.sql("""
                        insert into conversation.post (id, topic_id, community_id, author_id, opens, body, html, renderer, posted_at, anonymous, voice_id,
                            content_note, note_from, language, answers, credential_id)
                        values (:id, :topic, :community, :author, :opens, :body, :html, :renderer, :at, cast(:voice as uuid) is not null, :voice,
                            :note, case when :note = '' then '' else 'WRITER' end, :language,
                            (select a.id from conversation.post a where a.id = :answers and a.topic_id = :topic),
                            case when :advises then """ + CREDENTIAL + " end)")
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
                .param("advises", post.as().advises())
                .param("language", post.manner().language())
                .param("answers", answers(post.manner()), java.sql.Types.OTHER)
                .param("note", post.note().toString())
                .update();
    }
}
