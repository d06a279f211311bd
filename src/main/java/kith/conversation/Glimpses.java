package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.community.Communities;
import kith.identity.Accounts;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.identity.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a member would see now of topics and posts in their communities, many at once: what is missing they may not see. */
@Component
class Glimpses {
    private final JdbcClient sql;
    private final Communities communities;
    private final Accounts accounts;

    Glimpses(JdbcClient sql, Communities communities, Accounts accounts) {
        this.sql = sql;
        this.communities = communities;
        this.accounts = accounts;
    }

    /** A member as if they were asking themselves. */
    Optional<Viewer> viewerAsHouse(MemberId who) {
        return accounts.reachAsHouse(who)
                .map(reach ->
                        new Viewer(who, reach.status(), false, Card.NOBODY, reach.locale(), reach.zone(), null, null));
    }

    Map<TopicId, Topic> topics(Viewer viewer, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var places = communities.of(viewer).stream()
                .collect(Collectors.toMap(place -> place.community().id(), Function.identity()));
        return sql
                .sql(TopicRows.SELECT + "where t.id = any(:ids::uuid[])" + TopicRows.SEEN)
                .param("ids", ids.toArray(UUID[]::new))
                .param("viewer", viewer.member().value())
                .query((row, n) -> TopicRows.kept(viewer, row))
                .list()
                .stream()
                .filter(kept -> places.containsKey(kept.community()))
                .map(kept -> kept.in(Objects.requireNonNull(places.get(kept.community()))))
                .collect(Collectors.toMap(Topic::id, Function.identity()));
    }

    /** Posts that stand, by id. */
    Map<UUID, Post> posts(Viewer viewer, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var inside = sql.sql("select distinct topic_id from conversation.post where id = any(:ids::uuid[])")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> row.getObject("topic_id", UUID.class))
                .list();
        var topics = topics(viewer, inside);
        return sql
                .sql(PostRows.SELECT + "where p.id = any(:ids::uuid[])")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> post(topics, row))
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(Post::standing)
                .collect(Collectors.toMap(post -> post.id().value(), Function.identity()));
    }

    private static List<Post> post(Map<TopicId, Topic> topics, ResultSet row) throws SQLException {
        var topic = topics.get(new TopicId(row.getObject("topic_id", UUID.class)));
        return topic == null ? List.of() : List.of(PostRows.post(topic, row));
    }
}
