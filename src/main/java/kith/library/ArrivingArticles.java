package kith.library;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.Ids;
import kith.page.Markdown;
import kith.page.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door by which articles from elsewhere come into a community's library. */
@Component
public class ArrivingArticles {
    /** What came of one arrival. */
    public enum Came {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /** One article from elsewhere; {@code key} names it for good among all that arrive in the community. */
    public record Arrival(String key, String title, String focus, String kind, String body, Origin origin) {}

    private static final int OPENING = 180;
    private static final String DIFFERS = """
             where community_id = :community and external_key = :key and not own
               and (title, focus, kind, body, source, source_url, licence)
                   is distinct from (:title, :focus, :kind, :body, :source, :url, :licence)
            """;
    private static final String INSERT = """
            insert into library.article (id, community_id, external_key, title, focus, focus_key, kind, body, html, opening, renderer,
                source, source_url, licence, written_at, review_due, own)
            values (:id, :community, :key, :title, :focus, :focus_key, :kind, :body, :html, :opening, :renderer,
                :source, :url, :licence, :now, :due, false)
            on conflict (community_id, external_key) do nothing
            """;
    private static final String KEEP_BEFORE = """
            insert into library.version (article_id, version, title, body, html, written_by, written_at)
            select id, version, title, body, html, written_by, written_at from library.article
            """ + DIFFERS + " for update";
    private static final String CHANGE = """
            update library.article set title = :title, focus = :focus, focus_key = :focus_key, kind = :kind, body = :body, html = :html,
                opening = :opening, renderer = :renderer, source = :source, source_url = :url, licence = :licence, written_at = :now,
                reviewed_by = null, reviewed_on = null, review_due = :due, version = version + 1
            """ + DIFFERS;

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ArrivingArticles(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps an article once; one that somebody here has changed stays as they left it. */
    @Transactional
    public Came keepAsHouse(CommunityId community, Arrival arrival) {
        var words = Markdown.render(arrival.body());
        if (fill(INSERT, community, arrival, words)) {
            return Came.NEW;
        }
        if (!fill(KEEP_BEFORE, community, arrival, words) || !fill(CHANGE, community, arrival, words)) {
            return Came.UNCHANGED;
        }
        events.publishEvent(new ArticleWritten(id(community, arrival), community, clock.instant()));
        return Came.CHANGED;
    }

    private ArticleId id(CommunityId community, Arrival arrival) {
        return sql.sql("select id from library.article where community_id = :community and external_key = :key")
                .param("community", community.value())
                .param("key", arrival.key())
                .query((row, n) -> new ArticleId(row.getObject("id", UUID.class)))
                .single();
    }

    private boolean fill(String statement, CommunityId community, Arrival arrival, Words words) {
        return sql.sql(statement)
                        .param("id", Ids.next())
                        .param("community", community.value())
                        .param("key", arrival.key())
                        .param("title", arrival.title())
                        .param("focus", arrival.focus())
                        .param("focus_key", Focus.key(arrival.focus()))
                        .param("kind", arrival.kind())
                        .param("body", arrival.body())
                        .param("html", words.html())
                        .param("opening", words.opening(OPENING))
                        .param("renderer", Markdown.VERSION)
                        .param("source", arrival.origin().source())
                        .param("url", arrival.origin().url())
                        .param("licence", arrival.origin().licence())
                        .param("now", OffsetDateTime.now(clock))
                        .param("due", LocalDate.now(clock).plus(Review.FIRST))
                        .update()
                == 1;
    }
}
