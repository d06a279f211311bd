package kith.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.identity.Card;
import kith.identity.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Thanks for posts: in four kinds, always from a named person, counted for a post and never for a person. */
@Component
public class Thanks {
    /** What a thanks says. */
    public enum Kind {
        WITH_YOU,
        BEEN_THERE,
        HELPED_ME,
        THANK_YOU;

        /** As forms, phrases and imports write it, such as {@code with_you}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One thanks and whose it is. */
    public record Thank(Kind kind, Card by, Instant at) {}

    private static final int MOST_LISTED = 300;

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Thanks(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** Gives a thanks, or takes it back where it was given. */
    @Transactional
    void turn(Post post, Kind kind) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var by = post.topic().place().self();
        if (give(post, kind, by.value(), at)) {
            var community = post.topic().place().community().id();
            events.publishEvent(new PostThanked(post.id(), post.topic().id(), community, kind, by, at));
        } else {
            takeBack(post, kind, by.value());
            events.publishEvent(new ThanksTakenBack(post.id(), post.topic().id()));
        }
        if (kind == Kind.HELPED_ME) {
            count(post);
        }
    }

    /** Counted anew rather than up or down, so that nothing drifts. */
    private void count(Post post) {
        sql.sql("""
                        update conversation.post set helped_readers = (
                            select count(*) from conversation.thanks where post_id = :post and kind = 'HELPED_ME')
                        where id = :post""").param("post", post.id().value()).update();
    }

    private boolean give(Post post, Kind kind, UUID by, Instant at) {
        return sql.sql("""
                        insert into conversation.thanks (post_id, member_id, kind, given_at)
                        values (:post, :by, :kind, :at) on conflict do nothing""")
                        .param("post", post.id().value())
                        .param("by", by)
                        .param("kind", kind.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void takeBack(Post post, Kind kind, UUID by) {
        sql.sql("delete from conversation.thanks where post_id = :post and member_id = :by and kind = :kind")
                .param("post", post.id().value())
                .param("by", by)
                .param("kind", kind.name())
                .update();
    }

    /** Every thanks for a post that its reader was shown, the first given first. */
    List<Thank> of(Post post) {
        return sql.sql("""
                        select t.kind, t.given_at, c.id, c.name, c.face, c.picture_id
                        from conversation.thanks t join identity.card c on c.id = t.member_id
                        where t.post_id = :post order by t.given_at, t.member_id limit :most""")
                .param("post", post.id().value())
                .param("most", MOST_LISTED)
                .query((row, n) -> new Thank(
                        Kind.valueOf(row.getString("kind")),
                        Card.of(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("face"),
                                row.getObject("picture_id", UUID.class)),
                        TopicRows.instant(row, "given_at")))
                .list();
    }

    /** The thanks for each of the posts on a page, in one query. */
    Map<PostId, Gratitude> on(List<Post> posts, Viewer viewer) {
        var standing = posts.stream()
                .filter(Post::standing)
                .map(p -> p.id().toString())
                .toArray(String[]::new);
        if (standing.length == 0) {
            return Map.of();
        }
        return sql
                .sql(GratitudeRows.SELECT)
                .param("posts", standing)
                .param("viewer", Topics.asking(viewer))
                .query(GratitudeRows::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(GratitudeRows.Row::post, GratitudeRows.gathered()));
    }
}
