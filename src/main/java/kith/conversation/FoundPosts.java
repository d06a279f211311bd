package kith.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.community.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts of a place that somebody already knows by id, in two queries: those whose words stand, as the place's viewer sees them now. */
@Component
public class FoundPosts {
    private final JdbcClient sql;

    FoundPosts(JdbcClient sql) {
        this.sql = sql;
    }

    public List<Post> of(Place place, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var topics = sql
                .sql(TopicRows.SELECT
                        + "where t.community_id = :community and t.id in (select topic_id from conversation.post where id = any(:ids::uuid[]))"
                        + TopicRows.LISTED)
                .param("community", place.community().id().value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("viewer", Topics.asking(place.viewer()))
                .query((row, n) -> TopicRows.topic(place, row))
                .list()
                .stream()
                .collect(Collectors.toMap(topic -> topic.id().value(), Function.identity()));
        return sql
                .sql(PostRows.SELECT + "where p.id = any(:ids::uuid[])")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> {
                    var topic = topics.get(row.getObject("topic_id", UUID.class));
                    return topic == null ? null : PostRows.post(topic, row);
                })
                .list()
                .stream()
                .filter(Objects::nonNull)
                .filter(Post::standing)
                .toList();
    }
}
