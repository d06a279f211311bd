package kith.conversation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.Viewer;
import kith.moderation.Reportable;
import kith.page.NotHere;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts as members report them, and as hosts take them out of sight and show them again. */
@Component
class ReportablePosts implements Reportable {
    private final JdbcClient sql;
    private final Posts posts;
    private final Topics topics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportablePosts(JdbcClient sql, Posts posts, Topics topics, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.posts = posts;
        this.topics = topics;
        this.events = events;
        this.clock = clock;
    }

    /** The post that was turned, and where it is. */
    private record Turned(PostId post, TopicId topic, CommunityId community) {}

    @Override
    public String kind() {
        return "post";
    }

    @Override
    public Optional<Snapshot> snapshot(Viewer viewer, UUID id) {
        try {
            return Optional.of(posts.find(viewer, new PostId(id)))
                    .filter(Post::standing)
                    .map(this::snapshot);
        } catch (NotHere unseen) {
            return Optional.empty();
        }
    }

    private Snapshot snapshot(Post post) {
        var topic = post.topic();
        var community = topic.place().community().id();
        return post.author().anonymous()
                ? new Snapshot(community, writerAsHouse(post), veil(post), topic.title(), post.body(), post.path())
                : new Snapshot(community, post.author().id(), topic.title(), post.body(), post.path());
    }

    private static Veil veil(Post post) {
        return new Veil(post.author().name(), post.author().card().face());
    }

    /** Who wrote an anonymous post: for what is decided about it to reach them, never to be shown. */
    private @Nullable MemberId writerAsHouse(Post post) {
        return sql.sql("select author_id from conversation.post where id = :id and author_id is not null")
                .param("id", post.id().value())
                .query(UUID.class)
                .optional()
                .map(MemberId::new)
                .orElse(null);
    }

    @Override
    @Transactional
    public void hide(UUID id, String reason) {
        turn(id, reason, "hidden_at = now(), hidden_reason = :reason where id = :id and hidden_at is null", false);
    }

    @Override
    @Transactional
    public void show(UUID id) {
        turn(id, "", "hidden_at = null, hidden_reason = :reason where id = :id and hidden_at is not null", true);
    }

    private void turn(UUID id, String reason, String change, boolean back) {
        sql.sql("update conversation.post set " + change + " returning topic_id, community_id")
                .param("id", id)
                .param("reason", reason)
                .query((row, n) -> new Turned(
                        new PostId(id),
                        new TopicId(row.getObject("topic_id", UUID.class)),
                        new CommunityId(row.getObject("community_id", UUID.class))))
                .optional()
                .ifPresent(turned -> tell(turned, back));
    }

    private void tell(Turned turned, boolean back) {
        topics.recount(turned.topic());
        events.publishEvent(new PostHidden(turned.post(), turned.topic(), turned.community(), clock.instant(), back));
    }
}
