package kith.conversation;

import java.util.UUID;
import kith.identity.MemberId;
import kith.live.Channel;
import kith.live.Feed;
import kith.live.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes somebody's name from open pages when their account goes: from the newest of what they said and thanked for by name. What they said anonymously is not
 * told of, because two pages that change at the same moment would tie it to them.
 */
@Component
class LiveErasures {
    private static final String WHERE = """
            select 'topic' as noun, topic_id as key, 'post' as kind, id as about from (
                select topic_id, id from conversation.post where author_id = :who and not anonymous order by posted_at desc limit 1000) said
            union all
            select 'topic', p.topic_id, 'post', p.id from (
                select post_id from conversation.thanks where member_id = :who order by given_at desc limit 1000) given
                join conversation.post p on p.id = given.post_id
            union all
            select 'community', community_id, 'row', id from (
                select community_id, id from conversation.topic where author_id = :who and not anonymous order by opened_at desc limit 200) opened
            """;

    private final JdbcClient sql;
    private final Feed feed;

    LiveErasures(JdbcClient sql, Feed feed) {
        this.sql = sql;
        this.feed = feed;
    }

    /** In the transaction of the erasure, while it is still known what was theirs. */
    void tell(MemberId who) {
        feed.publish(sql.sql(WHERE)
                .param("who", who.value())
                .query((row, n) -> new Told(
                        Channel.of(row.getString("noun"), row.getObject("key", UUID.class)),
                        row.getString("kind"),
                        row.getObject("about", UUID.class)))
                .list());
    }
}
