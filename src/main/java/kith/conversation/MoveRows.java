package kith.conversation;

/** The statements that carry posts from one topic to another; {@code :move} knows which. */
final class MoveRows {
    static final String BEGIN = """
            insert into conversation.move (id, kind, community_id, topic_id, from_topic_id, from_section_id, by_id, moved_at)
            values (:id, :kind, :community, :to, :from::uuid, :section::uuid, :by, :at)""";

    /** Ends open, for which posts of the topic {@code :from}. */
    static final String CHOOSE = """
            insert into conversation.moved_post (move_id, post_id, opened, voice_id)
            select :move, id, opens, voice_id from conversation.post where topic_id = :from""";

    static final String CHOSEN = """
            and not opens and (id in (:posts) or :rest and (posted_at, id) > (
                select l.posted_at, l.id from conversation.post l where l.topic_id = :from and l.id in (:posts)
                order by l.posted_at desc, l.id desc limit 1))""";

    /** Those that went with another move and are still where it brought them. */
    static final String CHOOSE_BACK = """
            insert into conversation.moved_post (move_id, post_id, opened, voice_id)
            select :move, p.id, p.opens, p.voice_id from conversation.moved_post m join conversation.post p on p.id = m.post_id
            where m.move_id = :undone and p.topic_id = :from""";

    static final String CARRY = """
            update conversation.post p
            set topic_id = :to, opens = false, content_note = case when p.opens then t.content_note else p.content_note end
            from conversation.topic t
            where t.id = p.topic_id and p.id in (select post_id from conversation.moved_post where move_id = :move)""";

    /** What was an opening before is one again; the note of an opening stands with its topic. */
    static final String OPEN_AGAIN = """
            with opened as (
                update conversation.post set opens = true
                where topic_id = :topic and id = (select post_id from conversation.moved_post where move_id = :move and opened)
                returning topic_id, content_note)
            update conversation.topic t set content_note = o.content_note from opened o where t.id = o.topic_id""";

    static final String MOVED = "select post_id from conversation.moved_post where move_id = :move";

    /** The last word moves a topic up, the first by another than its writer answers it. */
    static final String TIMES = """
            update conversation.topic t
            set active_at = coalesce(said.last, t.active_at), answered_at = said.answered,
                furnished = true
            from (select max(p.posted_at) filter (where p.state = 'STANDING' and p.hidden_at is null) as last,
                         min(p.posted_at) filter (where not p.opens and p.author_id is distinct from o.author_id) as answered
                  from conversation.topic o left join conversation.post p on p.topic_id = o.id where o.id = :id) said
            where t.id = :id""";

    /** The first of the posts that went opens their new topic, which is its writer's. */
    static final String OPEN = """
            with first as (
                select p.id, p.author_id, p.posted_at, p.anonymous, p.voice_id, p.credential_id, p.content_note from conversation.post p
                where p.topic_id = :to order by p.posted_at, p.id limit 1),
            opened as (update conversation.post set opens = true where id = (select id from first))
            update conversation.topic t set author_id = f.author_id, opened_at = f.posted_at, active_at = f.posted_at,
                anonymous = f.anonymous, voice_id = f.voice_id, credential_id = f.credential_id, content_note = f.content_note
            from first f where t.id = :to""";

    /** What is known of the moves of one topic; {@code :topic}. */
    static final String OF = """
            select m.*, coalesce(s.name, '') as section, c.name, c.face, c.picture_id
            from conversation.move m
            left join community.section_name s on s.id = m.from_section_id
            left join identity.card c on c.id = m.by_id
            where (m.topic_id = :topic or m.from_topic_id = :topic) and m.undone_at is null
            order by m.moved_at desc, m.id desc limit 20""";

    static final String VOICES_NOW = """
            select distinct p.voice_id from conversation.moved_post m join conversation.post p on p.id = m.post_id
            where m.move_id = :undone and p.topic_id = :to and p.voice_id is not null""";

    static final String VOICES_BACK = """
            update conversation.post p set voice_id = m.voice_id from conversation.moved_post m
            where m.move_id = :undone and p.id = m.post_id and p.topic_id = :to and p.voice_id is not null and m.voice_id is not null""";

    /** Nobody speaks on in a voice that has nothing left to say. */
    static final String VOICES_LEFT = """
            update conversation.voice v set member_id = null
            where v.id in (:left) and not exists (select from conversation.post p where p.voice_id = v.id)""";

    static final String VOICES_AGAIN = """
            update conversation.voice v set member_id = p.author_id
            from conversation.moved_post m join conversation.post p on p.id = m.post_id
            where m.move_id = :undone and p.topic_id = :to and v.id = p.voice_id and v.topic_id = :to and v.member_id is null and p.author_id is not null
              and not exists (select from conversation.voice o where o.topic_id = :to and o.member_id = p.author_id)""";

    private MoveRows() {}
}
