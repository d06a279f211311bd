package kith.library;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kith.identity.Card;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an article said before. */
@Component
class Versions {
    private static final int PAGE = 10;
    private final JdbcClient sql;

    Versions(JdbcClient sql) {
        this.sql = sql;
    }

    /** One earlier version, whole. */
    public record Version(int number, String title, String html, Card writer, Instant writtenAt) {}

    /** The versions before one, the newest first; an article is the proof that the viewer may see them. */
    List<Version> of(Article article, int before) {
        return sql.sql("""
                        select v.version, v.title, v.html, v.written_at, c.id, c.name, c.face, c.picture_id
                        from library.version v left join identity.card c on c.id = v.written_by
                        where v.article_id = :article and v.version < :before order by v.version desc limit :most
                        """)
                .param("article", article.id().value())
                .param("before", before)
                .param("most", PAGE)
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        row.getString("title"),
                        row.getString("html"),
                        Card.of(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("face"),
                                row.getObject("picture_id", UUID.class)),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
