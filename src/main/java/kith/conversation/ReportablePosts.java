package kith.conversation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.Viewer;
import kith.moderation.Reportable;
import kith.page.NotHere;
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
                    .map(ReportablePosts::snapshot);
        } catch (NotHere unseen) {
            return Optional.empty();
        }
    }

    private static Snapshot snapshot(Post post) {
        var topic = post.topic();
        return new Snapshot(
                topic.place().community().id(), post.author().id(), topic.title(), post.body(), post.path());
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
