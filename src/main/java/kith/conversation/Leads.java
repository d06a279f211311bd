package kith.conversation;

import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What conversations lead to elsewhere in this house: for the modules above, through the person asking. */
@Component
public class Leads {
    private final JdbcClient sql;
    private final Topics topics;

    Leads(JdbcClient sql, Topics topics) {
        this.sql = sql;
        this.topics = topics;
    }

    /** How a topic begins, in its writer's words as they were typed. */
    public record Beginning(Topic topic, String body) {}

    public Topic find(Viewer viewer, TopicId id) {
        return topics.find(viewer, id);
    }

    /** Their own topic, with how it begins; nobody else learns that it is there. */
    public Beginning own(Viewer viewer, TopicId id) {
        var topic = topics.find(viewer, id);
        if (!topic.mine() || topic.withdrawn()) {
            throw new NotHere();
        }
        var body = sql.sql("""
                        select body from conversation.post
                        where topic_id = :topic and author_id = :self and opens and state = 'STANDING' order by id limit 1""")
                .param("topic", topic.id().value())
                .param("self", topic.place().self().value())
                .query(String.class)
                .optional();
        return new Beginning(topic, body.orElse(""));
    }

    /** Who wrote it, under whatever voice: to tell them, never to show. */
    public Optional<MemberId> writerAsHouse(Topic topic) {
        return sql.sql("select author_id from conversation.topic where id = :topic and author_id is not null")
                .param("topic", topic.id().value())
                .query((ResultSet row, int n) -> new MemberId(row.getObject("author_id", UUID.class)))
                .optional();
    }

    /** Its readers find from now on what it became. */
    public void lead(Topic topic, String path) {
        sql.sql("update conversation.topic set led_to = :path where id = :topic")
                .param("path", path)
                .param("topic", topic.id().value())
                .update();
    }

    /** What is no longer there, nothing leads to. */
    public void endAsHouse(String path) {
        sql.sql("update conversation.topic set led_to = null where led_to = :path")
                .param("path", path)
                .update();
    }
}
