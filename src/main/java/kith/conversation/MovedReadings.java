package kith.conversation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members have read and follow goes with the posts of a move: nobody has to follow again. The marks of a topic that was brought into another stay, for its way back. */
@Component
class MovedReadings {
    private static final String SPLIT = """
            insert into conversation.reading (member_id, topic_id, community_id, read_at, read_id, attention, chosen)
            select member_id, :to, community_id, read_at, read_id, attention, chosen from conversation.reading where topic_id = :from
            on conflict (member_id, topic_id) do nothing""";

    /** Whoever had read all of both has read all; else the mark stays before what is new to them, the sooner where both have something new. */
    private static final String MERGE = """
            with known as (
                select r.*, k.read_at as there_at, k.read_id as there_id, e.posted_at as end_at, e.id as end_id,
                       coalesce((r.read_at, r.read_id) >= (l.posted_at, l.id), true) as done,
                       coalesce((k.read_at, k.read_id) >= (e.posted_at, e.id), true) as done_there
                from conversation.reading r
                left join lateral (select p.posted_at, p.id from conversation.post p where p.topic_id = :from order by p.posted_at desc, p.id desc limit 1) l on true
                left join lateral (select p.posted_at, p.id from conversation.post p where p.topic_id = :to order by p.posted_at desc, p.id desc limit 1) e on true
                left join conversation.reading k on k.member_id = r.member_id and k.topic_id = :to
                where r.topic_id = :from)
            insert into conversation.reading as r (member_id, topic_id, community_id, read_at, read_id, attention, chosen)
            select n.member_id, :to, n.community_id, m.at, m.id, n.attention, n.chosen
            from known n cross join lateral (
                select c.at, c.id
                from (values (n.read_at, n.read_id, n.done_there or not n.done),
                             (n.there_at, n.there_id, n.done or not n.done_there),
                             (n.end_at, n.end_id, n.done and n.done_there)) c (at, id, counts)
                where c.counts and c.at is not null
                order by case when n.done then c.at end desc, case when n.done then c.id end desc, c.at, c.id limit 1) m
            on conflict (member_id, topic_id) do update set read_at = excluded.read_at, read_id = excluded.read_id,
                attention = case when not r.chosen and excluded.attention = 'FOLLOWED' then 'FOLLOWED' else r.attention end""";

    /** What they read while the posts were elsewhere they have read. */
    private static final String PART = """
            update conversation.reading k set read_at = r.read_at, read_id = r.read_id
            from conversation.reading r
            where k.topic_id = :to and r.topic_id = :from and r.member_id = k.member_id and (r.read_at, r.read_id) > (k.read_at, k.read_id)""";

    private final JdbcClient sql;

    MovedReadings(JdbcClient sql) {
        this.sql = sql;
    }

    /** Some posts get a topic of their own. Inside the caller's transaction, as the others. */
    void split(TopicId from, TopicId to) {
        carry(SPLIT, from, to);
    }

    /** All posts go into another topic; asked before they are there. */
    void merge(TopicId from, TopicId to) {
        carry(MERGE, from, to);
    }

    /** The posts of a merged topic go back to it. */
    void part(TopicId from, TopicId to) {
        carry(PART, from, to);
    }

    private void carry(String statement, TopicId from, TopicId to) {
        sql.sql(statement).param("from", from.value()).param("to", to.value()).update();
    }
}
