package kith.conversation;

/** The statements with which a demonstration house remembers days that nobody lived. */
final class LivedRows {
    /** Whoever was here has read what was there, at least up to their own words, and follows where they wrote. */
    static final String READ = """
            insert into conversation.reading (member_id, topic_id, community_id, read_at, read_id, attention, chosen)
            select v.who, t.id, t.community_id, p.posted_at, p.id,
                   case when own.last is not null then 'FOLLOWED' when c.chance = 0 then 'MUTED' when c.chance = 1 then 'FOLLOWED' else 'PLAIN' end,
                   own.last is null and c.chance < 2
            from unnest(:who::uuid[], :last::timestamptz[]) as v (who, last)
            join conversation.topic t on t.community_id = :community
            join identity.card k on k.id = v.who
            cross join lateral (
                select max(o.posted_at) as last from conversation.post o where o.topic_id = t.id and o.author_id = v.who) own
            cross join lateral (
                select case when t.pinned then 9 else abs(hashtext(k.name || t.external_key)) % 24 end as chance) c
            cross join lateral (
                select o.posted_at, o.id from conversation.post o
                where o.topic_id = t.id and o.posted_at <= greatest(v.last, own.last) order by o.posted_at desc, o.id desc limit 1) p
            on conflict do nothing""";

    /** What members would have been told since {@code :since}, as {@link Telling} tells it. */
    static final String NEWS = """
            with said as (
                select p.id, p.topic_id, p.author_id, p.opens, p.posted_at from conversation.post p
                where p.community_id = :community and p.posted_at > :since and p.state = 'STANDING'),
            named as (
                select m.member_id, s.* from said s join conversation.mention m on m.post_id = s.id),
            near as (
                select '%s' as kind, n.member_id as who, n.topic_id, n.id as about, n.author_id as by_id, n.posted_at as at from named n
                union all
                select '%s', t.author_id, s.topic_id, s.id, s.author_id, s.posted_at
                from said s join conversation.topic t on t.id = s.topic_id
                where not s.opens and t.author_id is not null
                  and not exists (select from named n where n.id = s.id and n.member_id = t.author_id))
            select * from near
            union all
            select '%s', r.member_id, r.topic_id, p.id, p.author_id, p.posted_at
            from conversation.reading r join conversation.topic t on t.id = r.topic_id and t.author_id is distinct from r.member_id
            cross join lateral (
                select s.* from said s where s.topic_id = r.topic_id and (s.posted_at, s.id) > (r.read_at, r.read_id)
                order by s.posted_at, s.id limit 1) p
            where r.community_id = :community and r.attention = 'FOLLOWED'
              and not exists (select from named n where n.id = p.id and n.member_id = r.member_id)
            union all
            select '%s', p.author_id, p.topic_id, p.id, (array_agg(k.member_id order by k.given_at))[1], max(k.given_at)
            from conversation.thanks k join conversation.post p on p.id = k.post_id
            where p.community_id = :community and k.given_at > :since and p.author_id is not null group by p.id
            union all
            select '%s', a.member_id, a.topic_id, a.id, a.asked_by, a.asked_at from conversation.ask a where a.community_id = :community
            """.formatted(
            NoticeOfMention.KIND, NoticeOfReply.KIND, NoticeOfFollowed.KIND, NoticeOfThanks.KIND, NoticeOfAsk.KIND);

    /** Topics that were owed a first answer, with the answer that came. */
    static final String FIRSTS = """
            select t.id, t.community_id, t.author_id, t.opened_at, a.id as answer, a.author_id as by_id, a.anonymous, a.posted_at
            from conversation.topic t
            left join lateral (
                select p.* from conversation.post p
                where p.topic_id = t.id and not p.opens and (p.author_id, p.voice_id) is distinct from (t.author_id, t.voice_id)
                order by p.posted_at, p.id limit 1) a on true
            where t.community_id = :community and t.author_id is not null and (a.id is not null or t.closed_at is null)
              and (t.anonymous or not exists (select from conversation.topic o
                  where o.author_id = t.author_id and not o.anonymous and o.community_id = t.community_id and o.opened_at < t.opened_at))
            order by t.opened_at""";

    private LivedRows() {}
}
