package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members whom a host asked by name to look into a topic. How much somebody writes and was asked is for hosts alone, so that nobody is asked too much. */
@Component
class Asks {
    /** Whoever was asked has this long until they are asked again, wherever in the community. */
    static final Duration REST = Duration.ofDays(3);

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int OFFERED = 12;

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Asks(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody who could be asked: how many posts they wrote here lately, how often they were asked, and when last. */
    public record Helper(
            Card card, int wrote, int asked, @Nullable Instant last, boolean resting) {}

    /** Who asked whom, and when. */
    public record Ask(UUID id, Card who, Card by, Instant at) {}

    /** Those who wrote lately in the topics that moved last, the least asked first. */
    List<Helper> helpers(Topic topic) {
        var now = clock.instant();
        return sql.sql("""
                        with near as (
                            select id from conversation.topic where community_id = :community order by active_at desc, id desc limit 60),
                        wrote as (
                            select p.author_id, count(*) as n, max(p.posted_at) as last from near join conversation.post p on p.topic_id = near.id
                            where p.posted_at > :lately and p.state = 'STANDING' and p.hidden_at is null and p.author_id is distinct from :self
                              and p.author_id is distinct from :author and not p.anonymous group by p.author_id)
                        select c.id, c.name, c.face, c.picture_id, w.n, a.n as asked, a.last as asked_last
                        from wrote w join identity.card c on c.id = w.author_id
                        join community.belonging b on b.account_id = c.id and b.community_id = :community and b.standing = 'ACTIVE'
                        cross join lateral (
                            select count(*) as n, max(asked_at) as last from conversation.ask
                            where member_id = c.id and community_id = :community and asked_at > :lately) a
                        order by a.n, w.last desc limit :most""")
                .param("community", topic.place().community().id().value())
                .param("lately", at(now.minus(LATELY)))
                .param("self", topic.place().self().value())
                .param("author", id(topic.author().id()), java.sql.Types.OTHER)
                .param("most", OFFERED)
                .query((row, n) -> helper(row, now))
                .list();
    }

    /** Whether somebody was asked so lately that they are left in peace. */
    boolean rests(Topic topic, MemberId who) {
        return sql.sql("""
                        select exists (select from conversation.ask
                            where member_id = :who and community_id = :community and asked_at > :since)""")
                .param("who", who.value())
                .param("community", topic.place().community().id().value())
                .param("since", at(clock.instant().minus(REST)))
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void add(Topic topic, MemberId who) {
        var asked = new MemberAsked(
                Ids.next(),
                topic.id(),
                topic.place().community().id(),
                who,
                topic.place().self(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        sql.sql("""
                        insert into conversation.ask (id, topic_id, community_id, member_id, asked_by, asked_at)
                        values (:id, :topic, :community, :who, :by, :at)""")
                .param("id", asked.id())
                .param("topic", topic.id().value())
                .param("community", asked.community().value())
                .param("who", who.value())
                .param("by", asked.by().value())
                .param("at", at(asked.at()))
                .update();
        events.publishEvent(asked);
    }

    /** Who was asked to look into a topic: all of them for a host, oneself for everybody else. */
    List<Ask> in(Topic topic) {
        return topic.place().member() && (topic.replies() == 0 || topic.place().hosts())
                ? sql.sql(SELECT + """
                                where a.topic_id = any(array(select :topic union
                                        select v.from_topic_id from conversation.move v where v.topic_id = :topic and v.kind = 'MERGE' and v.undone_at is null))
                                and (:hosts or a.member_id = :self) order by a.asked_at desc limit 20""")
                        .param("topic", topic.id().value())
                        .param("hosts", topic.place().hosts())
                        .param("self", topic.place().self().value())
                        .query((row, n) -> ask(row))
                        .list()
                : List.of();
    }

    /** The topics of some asks to a member, with who asked. */
    List<Asked> to(MemberId who, java.util.Collection<UUID> ids) {
        return sql.sql(SELECT + "where a.id in (:ids) and a.member_id = :who")
                .param("ids", ids)
                .param("who", who.value())
                .query((row, n) -> new Asked(new TopicId(row.getObject("topic_id", UUID.class)), ask(row)))
                .list();
    }

    /** An ask and where it leads. */
    record Asked(TopicId topic, Ask ask) {}

    private static final String SELECT = """
            select a.id as ask, a.topic_id, a.asked_at, c.id, c.name, c.face, c.picture_id,
                   h.id as by_id, h.name as by_name, h.face as by_face, h.picture_id as by_picture
            from conversation.ask a left join identity.card c on c.id = a.member_id left join identity.card h on h.id = a.asked_by
            """;

    private static Ask ask(ResultSet row) throws SQLException {
        return new Ask(
                row.getObject("ask", UUID.class),
                card(row),
                Card.of(
                        row.getObject("by_id", UUID.class),
                        row.getString("by_name"),
                        row.getString("by_face"),
                        row.getObject("by_picture", UUID.class)),
                TopicRows.instant(row, "asked_at"));
    }

    private static Helper helper(ResultSet row, Instant now) throws SQLException {
        var last = TopicRows.maybe(row, "asked_last");
        return new Helper(
                card(row), row.getInt("n"), row.getInt("asked"), last, last != null && last.isAfter(now.minus(REST)));
    }

    private static Card card(ResultSet row) throws SQLException {
        return Card.of(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("face"),
                row.getObject("picture_id", UUID.class));
    }

    private static @Nullable UUID id(@Nullable MemberId who) {
        return Optional.ofNullable(who).map(MemberId::value).orElse(null);
    }

    private static OffsetDateTime at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
