package kith.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import kith.community.Communities;
import kith.community.CommunityId;
import kith.community.Place;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.Viewer;
import kith.page.Markdown;
import kith.page.NotHere;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The articles of the house, reached through the person asking. */
@Component
class Articles {
    private static final int OPENING = 180;
    private final JdbcClient sql;
    private final Communities communities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Articles(JdbcClient sql, Communities communities, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.communities = communities;
        this.events = events;
        this.clock = clock;
    }

    Article find(Viewer viewer, UUID id) {
        var community = sql.sql("select community_id from library.article where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotHere::new);
        return one(communities.find(viewer, new CommunityId(community)), id).orElseThrow(NotHere::new);
    }

    private Optional<Article> one(Place place, UUID id) {
        return sql.sql("""
                        select a.*, w.id as writer_id, w.name as writer, w.face as writer_face, w.picture_id as writer_picture,
                               r.id as reviewer_id, r.name as reviewer, r.face as reviewer_face, r.picture_id as reviewer_picture
                        from library.article a left join identity.card w on w.id = a.written_by left join identity.card r on r.id = a.reviewed_by
                        where a.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> article(place, row))
                .optional();
    }

    @Transactional
    ArticleId add(Place place, ArticleForm form) {
        var id = new ArticleId(Ids.next());
        var words = Markdown.render(ArticleForm.text(form.body()));
        var today = today(place);
        sql.sql("""
                        insert into library.article (id, community_id, title, focus, focus_key, body, html, opening, renderer, source, source_url,
                            licence, written_by, written_at, reviewed_by, reviewed_on, review_due)
                        values (:id, :community, :title, :focus, :focus_key, :body, :html, :opening, :renderer, :source, :url,
                            :licence, :writer, :now, :writer, :today, :due)
                        """)
                .param("id", id.value())
                .param("community", place.community().id().value())
                .param("title", form.title())
                .param("focus", form.focus())
                .param("focus_key", Focus.key(ArticleForm.text(form.focus())))
                .param("body", form.body())
                .param("html", words.html())
                .param("opening", words.opening(OPENING))
                .param("renderer", Markdown.VERSION)
                .param("source", form.origin().source())
                .param("url", form.origin().url())
                .param("licence", form.origin().licence())
                .param("writer", place.self().value())
                .param("now", OffsetDateTime.now(clock))
                .param("today", today)
                .param("due", today.plus(Review.EVERY))
                .update();
        events.publishEvent(new ArticleWritten(id, place.community().id(), clock.instant()));
        return id;
    }

    /** Changes an article that is still in the version which the writer began with, and keeps what it said; whoever changes it has reviewed it. */
    @Transactional
    boolean change(Article article, ArticleForm form) {
        var words = Markdown.render(ArticleForm.text(form.body()));
        var today = today(article.place());
        sql.sql("""
                        insert into library.version (article_id, version, title, body, html, written_by, written_at)
                        select id, version, title, body, html, written_by, written_at from library.article where id = :id and version = :version
                        for update
                        """)
                .param("id", article.id().value())
                .param("version", form.version())
                .update();
        var changed = sql.sql("""
                                update library.article set title = :title, focus = :focus, focus_key = :focus_key, body = :body, html = :html,
                                    opening = :opening, renderer = :renderer, source = :source, source_url = :url, licence = :licence,
                                    written_by = :writer, written_at = :now, reviewed_by = :writer, reviewed_on = :today, review_due = :due,
                                    version = version + 1, own = true
                                where id = :id and version = :version
                                """)
                        .param("id", article.id().value())
                        .param("version", form.version())
                        .param("title", form.title())
                        .param("focus", form.focus())
                        .param("focus_key", Focus.key(ArticleForm.text(form.focus())))
                        .param("body", form.body())
                        .param("html", words.html())
                        .param("opening", words.opening(OPENING))
                        .param("renderer", Markdown.VERSION)
                        .param("source", form.origin().source())
                        .param("url", form.origin().url())
                        .param("licence", form.origin().licence())
                        .param("writer", article.place().self().value())
                        .param("now", OffsetDateTime.now(clock))
                        .param("today", today)
                        .param("due", today.plus(Review.EVERY))
                        .update()
                == 1;
        if (changed) {
            events.publishEvent(
                    new ArticleWritten(article.id(), article.place().community().id(), clock.instant()));
        }
        return changed;
    }

    /** Notes that somebody looked today and found the article still right. */
    void review(Article article) {
        var today = today(article.place());
        sql.sql("update library.article set reviewed_by = :who, reviewed_on = :today, review_due = :due where id = :id")
                .param("who", article.place().self().value())
                .param("today", today)
                .param("due", today.plus(Review.EVERY))
                .param("id", article.id().value())
                .update();
    }

    private LocalDate today(Place place) {
        return LocalDate.now(clock.withZone(place.viewer().zone()));
    }

    private static Article article(Place place, ResultSet row) throws SQLException {
        return new Article(
                new ArticleId(row.getObject("id", UUID.class)),
                place,
                row.getString("title"),
                row.getString("focus"),
                row.getString("focus_key"),
                row.getString("body"),
                row.getString("html"),
                new Origin(row.getString("source"), row.getString("source_url"), row.getString("licence")),
                card(row, "writer"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                new Review(
                        row.getObject("reviewed_on", LocalDate.class),
                        card(row, "reviewer"),
                        row.getObject("review_due", LocalDate.class)),
                row.getInt("version"));
    }

    private static Card card(ResultSet row, String as) throws SQLException {
        return Card.of(
                row.getObject(as + "_id", UUID.class),
                row.getString(as),
                row.getString(as + "_face"),
                row.getObject(as + "_picture", UUID.class));
    }
}
