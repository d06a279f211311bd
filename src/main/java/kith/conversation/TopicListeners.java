package kith.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.community.Listeners;
import kith.identity.MemberId;
import kith.live.Ear;
import kith.live.LivePart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may follow a topic: whoever would find it ({@link Topics#find}). */
@Component
class TopicListeners implements LivePart {
    private final JdbcClient sql;
    private final Listeners places;

    TopicListeners(JdbcClient sql, Listeners places) {
        this.sql = sql;
        this.places = places;
    }

    @Override
    public String noun() {
        return "topic";
    }

    /** Somebody who would follow a topic, and the community that it is in. */
    private record Wish(Ear ear, UUID community) {
        Ear place() {
            return new Ear(ear.who(), community);
        }
    }

    @Override
    public Set<Ear> hearing(Collection<Ear> asked) {
        var wishes = wishes(asked);
        var readable = places.hearing(wishes.stream().map(Wish::place).collect(Collectors.toSet()));
        return wishes.stream()
                .filter(wish -> readable.contains(wish.place()))
                .map(Wish::ear)
                .collect(Collectors.toSet());
    }

    private List<Wish> wishes(Collection<Ear> asked) {
        return sql.sql("""
                        select a.who, a.key, t.community_id from unnest(cast(:who as uuid[]), cast(:keys as uuid[])) a (who, key)
                        join conversation.topic t on t.id = a.key
                        where not t.withdrawn or t.reply_count > 0 or t.author_id = a.who""")
                .param("who", asked.stream().map(ear -> ear.who().toString()).toArray(String[]::new))
                .param("keys", asked.stream().map(ear -> ear.key().toString()).toArray(String[]::new))
                .query((row, n) -> new Wish(
                        new Ear(new MemberId(row.getObject("who", UUID.class)), row.getObject("key", UUID.class)),
                        row.getObject("community_id", UUID.class)))
                .list();
    }
}
