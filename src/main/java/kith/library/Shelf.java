package kith.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kith.community.Place;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists of a community's library: what it is about, what there is on one focus, what waits for a review. */
@Component
class Shelf {
    private static final int PAGE = 30;
    private static final int FOCI = 60;
    private static final String LEAF =
            "select id, title, focus, opening, source, review_due <= current_date as due from library.article a where community_id = :community ";

    private final JdbcClient sql;

    Shelf(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the articles are about, by name. */
    Slice<Focus> foci(Place place, @Nullable String after) {
        var rows = sql.sql("""
                        select focus_key, min(focus) as name, count(*)::int as articles from library.article
                        where community_id = :community and focus_key > :after
                        group by focus_key order by focus_key limit :most
                        """)
                .param("community", place.community().id().value())
                .param("after", after == null ? "" : after)
                .param("most", FOCI + 1)
                .query((row, n) -> new Focus(row.getString("focus_key"), row.getString("name"), row.getInt("articles")))
                .list();
        return Slice.of(rows, FOCI, Focus::key);
    }

    /** What somebody should look at again, the longest due first; only the first few, because the rest can wait until these are done. */
    List<Leaf> due(Place place) {
        return sql.sql(LEAF + "and review_due <= current_date order by review_due, id limit 10")
                .param("community", place.community().id().value())
                .query((row, n) -> leaf(row))
                .list();
    }

    /** What there is on one focus. */
    Slice<Leaf> about(Place place, String focus, @Nullable UUID after) {
        var rows = sql.sql(LEAF + """
                        and focus_key = :key and (:after::uuid is null or (focus_key, title_key, id) >
                              (select focus_key, title_key, id from library.article
                               where id = :after::uuid and community_id = :community))
                        order by focus_key, title_key, id limit :most
                        """)
                .param("community", place.community().id().value())
                .param("key", focus)
                .param("after", after)
                .param("most", PAGE + 1)
                .query((row, n) -> leaf(row))
                .list();
        return Slice.of(rows, PAGE, leaf -> leaf.id().toString());
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(
                new ArticleId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("focus"),
                row.getString("opening"),
                row.getString("source"),
                row.getBoolean("due"));
    }
}
