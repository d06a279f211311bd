package kith.library;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kith.community.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles of a place that somebody already knows by id, in one query. */
@Component
public class FoundArticles {
    /** An article with its words. */
    public record Found(ArticleId id, String title, String focus, String source, String body, boolean due) {
        public String path() {
            return "/articles/" + id;
        }
    }

    private final JdbcClient sql;

    FoundArticles(JdbcClient sql) {
        this.sql = sql;
    }

    public List<Found> of(Place place, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("""
                        select id, title, focus, source, body, review_due <= current_date as due from library.article
                        where community_id = :community and id in (:ids)
                        """)
                        .param("community", place.community().id().value())
                        .param("ids", ids)
                        .query((row, n) -> new Found(
                                new ArticleId(row.getObject("id", UUID.class)),
                                row.getString("title"),
                                row.getString("focus"),
                                row.getString("source"),
                                row.getString("body"),
                                row.getBoolean("due")))
                        .list();
    }
}
