package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kith.community.Place;
import kith.community.Section;
import kith.live.Channel;
import kith.live.Feed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each member has read and what they follow: one row for a member and a topic, moved forward only, never one for a post. */
@Component
class Readings {
    /** A topic {@code t} and from which post on it is new to {@code :viewer}: read, swept and from before they joined is old. */
    static final String FROM = """
             left join conversation.reading r on r.member_id = :viewer and r.topic_id = t.id
            left join conversation.sweep s on s.member_id = :viewer and s.section_id = t.section_id
            cross join lateral (select greatest(cast(:since as timestamptz), s.swept_at) as swept) f
            cross join lateral (
                select greatest(f.swept, r.read_at) as from_at,
                       case when r.read_at > f.swept then r.read_id else 'ffffffff-ffff-ffff-ffff-ffffffffffff' end as from_id) k
            """;

    private static final String MARKS = """
            select t.id, r.topic_id is not null as opened, coalesce(r.attention, 'PLAIN') as attention, n.fresh
            from conversation.topic t""" + FROM + """
            cross join lateral (select count(*) as fresh from (
                select from conversation.post p
                where t.active_at > k.from_at and p.topic_id = t.id and (p.posted_at, p.id) > (k.from_at, k.from_id)
                  and p.state = 'STANDING' and p.hidden_at is null and p.author_id is distinct from :viewer
                limit %d) bounded) n
            where t.id = any(:topics::uuid[])""".formatted(Mark.MOST);

    private static final String FRESH = """
            select count(*) from (
                select topic_id, read_at from conversation.reading
                where member_id = :viewer and community_id = :community and attention = 'FOLLOWED' order by read_at desc limit 50) r
            join conversation.topic t on t.id = r.topic_id and t.active_at > r.read_at and t.merged_into is null and (not t.withdrawn or t.reply_count > 0)
            left join conversation.sweep s on s.member_id = :viewer and s.section_id = t.section_id
            where s.swept_at is null or t.active_at > s.swept_at""";

    private static final String LAZILY = "select set_config('synchronous_commit', 'off', true)";

    private final JdbcClient sql;
    private final Feed feed;
    private final Clock clock;

    Readings(JdbcClient sql, Feed feed, Clock clock) {
        this.sql = sql;
        this.feed = feed;
        this.clock = clock;
    }

    Bookmark of(Topic topic) {
        return topic.place().member()
                ? sql.sql(
                                "select read_at, read_id, attention from conversation.reading where member_id = :viewer and topic_id = :topic")
                        .param("viewer", topic.place().self().value())
                        .param("topic", topic.id().value())
                        .query((row, n) -> bookmark(row))
                        .optional()
                        .orElse(Bookmark.NONE)
                : Bookmark.NONE;
    }

    /** What is new to the reader of a list, in one question for all of it. */
    Map<TopicId, Mark> marks(Place place, List<Topic> topics) {
        var marks = new HashMap<TopicId, Mark>();
        if (place.member() && !topics.isEmpty()) {
            sql.sql(MARKS)
                    .param("viewer", place.self().value())
                    .param("since", since(place))
                    .param("topics", topics.stream().map(t -> t.id().value()).toArray(UUID[]::new))
                    .query((row, n) -> marks.put(new TopicId(row.getObject("id", UUID.class)), mark(row)))
                    .list();
        }
        return marks;
    }

    /** In how many topics that the reader follows something is new, of the fifty that they read last. */
    int fresh(Place place) {
        return place.member()
                ? sql.sql(FRESH)
                        .param("viewer", place.self().value())
                        .param("community", place.community().id().value())
                        .query(Integer.class)
                        .single()
                : 0;
    }

    /** Moves the reader's mark to a post that they were shown; never back. Not waited for: a mark that a power cut takes costs its reader a glance. */
    void advance(Post to) {
        if (put(to.topic().place(), to.topic().id(), to.at(), to.id().value(), false, LAZILY)) {
            tell(to.topic());
        }
    }

    /** Their other tabs show it, and nobody else's. */
    private void tell(Topic topic) {
        feed.soon(
                Channel.of("member", topic.place().self().value()),
                "row",
                topic.id().value());
    }

    /** Whoever writes in a topic has read it, and follows it from now on unless they chose otherwise. Inside the caller's transaction. */
    void wrote(Place place, TopicId topic, PostId post, Instant at) {
        put(place, topic, at, post.value(), true, "values (1)");
    }

    private boolean put(Place place, TopicId topic, Instant at, UUID post, boolean follow, String one) {
        return sql.sql("with one as (" + one + """
                        )
                        insert into conversation.reading as r (member_id, topic_id, community_id, read_at, read_id, attention)
                        select :member, :topic, :community, cast(:at as timestamptz), :post, case when :follow then 'FOLLOWED' else 'PLAIN' end from one
                        on conflict (member_id, topic_id) do update set read_at = excluded.read_at, read_id = excluded.read_id,
                            attention = case when :follow and not r.chosen then 'FOLLOWED' else r.attention end
                        where (r.read_at, r.read_id) < (excluded.read_at, excluded.read_id)""")
                        .param("member", place.self().value())
                        .param("topic", topic.value())
                        .param("community", place.community().id().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("post", post)
                        .param("follow", follow)
                        .update()
                == 1;
    }

    /** Moves the mark back to what was on the screen, where it still stands at the end of the page that was shown. */
    void comeBack(Post to, PostId shown) {
        var back = sql.sql("""
                        update conversation.reading set read_at = :at, read_id = :post
                        where member_id = :member and topic_id = :topic and read_id = :shown and (read_at, read_id) > (:at, :post)""")
                .param("at", to.at().atOffset(ZoneOffset.UTC))
                .param("post", to.id().value())
                .param("member", to.topic().place().self().value())
                .param("topic", to.topic().id().value())
                .param("shown", shown.value())
                .update();
        if (back == 1) {
            tell(to.topic());
        }
    }

    /** How near its reader wants a topic from now on: their own choice, which nothing but they changes. */
    void attend(Topic topic, Attention attention) {
        sql.sql("""
                        insert into conversation.reading (member_id, topic_id, community_id, attention, chosen)
                        values (:member, :topic, :community, :attention, true)
                        on conflict (member_id, topic_id) do update set attention = excluded.attention, chosen = true""")
                .param("member", topic.place().self().value())
                .param("topic", topic.id().value())
                .param("community", topic.place().community().id().value())
                .param("attention", attention.name())
                .update();
        tell(topic);
    }

    /** Everything that is there now is read: in a section, or in all of them. */
    void sweep(Place place, @Nullable Section section) {
        sql.sql("""
                        insert into conversation.sweep (member_id, section_id, swept_at)
                        select :member, id, :now from community.section_name
                        where community_id = :community and (cast(:section as uuid) is null or id = :section)
                        on conflict (member_id, section_id) do update set swept_at = excluded.swept_at""")
                .param("member", place.self().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("community", place.community().id().value())
                .param("section", section == null ? null : section.id().value(), java.sql.Types.OTHER)
                .update();
        var self = place.self().value();
        feed.soon(Channel.of("member", self), "all", self);
    }

    static OffsetDateTime since(Place place) {
        return Objects.requireNonNull(place.membership()).since().atOffset(ZoneOffset.UTC);
    }

    static Bookmark bookmark(ResultSet row) throws SQLException {
        return new Bookmark(
                TopicRows.instant(row, "read_at"),
                row.getObject("read_id", UUID.class),
                Attention.valueOf(row.getString("attention")));
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(row.getInt("fresh"), row.getBoolean("opened"), Attention.valueOf(row.getString("attention")));
    }
}
