package kith.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kith.page.Markdown;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What posts said before they were edited; only grows, until its post is gone. */
@Component
class Revisions {
    private final JdbcClient sql;
    private final Mentions mentions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Revisions(JdbcClient sql, Mentions mentions, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.mentions = mentions;
        this.events = events;
        this.clock = clock;
    }

    /** One version of a post that was replaced. */
    public record Revision(int version, String html, Instant writtenAt) {}

    /** The earlier versions of a post that its reader was shown, the latest first; none where its words were taken back. */
    List<Revision> of(Post post) {
        return post.standing()
                ? sql.sql("""
                                select version, html, written_at from conversation.revision
                                where post_id = :post order by version desc limit 200""")
                        .param("post", post.id().value())
                        .query((row, n) -> new Revision(
                                row.getInt("version"), row.getString("html"), TopicRows.instant(row, "written_at")))
                        .list()
                : List.of();
    }

    /** Keeps what the post says now and gives it its new words; false, and nothing changed, where it has changed since the writer opened it. */
    @Transactional
    boolean add(Post.Edit edit) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var post = edit.post();
        var replaced = keep(edit) && replace(edit, at);
        if (replaced) {
            mentions.again(post.topic().place(), post.id(), edit.body());
            var community = post.topic().place().community().id();
            events.publishEvent(new PostEdited(post.id(), post.topic().id(), community, edit.version() + 1, at));
        }
        return replaced;
    }

    private boolean keep(Post.Edit edit) {
        return sql.sql("""
                        insert into conversation.revision (post_id, version, body, html, renderer, written_at)
                        select id, version, body, html, renderer, coalesce(edited_at, posted_at) from conversation.post
                        where id = :id and version = :version and author_id = :author and state = 'STANDING' for update""")
                        .param("id", edit.post().id().value())
                        .param("version", edit.version())
                        .param("author", edit.post().topic().place().self().value())
                        .update()
                == 1;
    }

    private boolean replace(Post.Edit edit, Instant at) {
        return sql.sql("""
                        with changed as (
                            update conversation.post set body = :body, html = :html, renderer = :renderer, version = version + 1, edited_at = :at
                            where id = :id and version = :version returning topic_id, opens),
                        listed as (
                            update conversation.topic set opening = :opening where id in (select topic_id from changed where opens))
                        select count(*) from changed""")
                        .param("body", edit.body())
                        .param("html", edit.words().html())
                        .param("renderer", Markdown.VERSION)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", edit.post().id().value())
                        .param("version", edit.version())
                        .param("opening", edit.words().opening(Topics.OPENING))
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
