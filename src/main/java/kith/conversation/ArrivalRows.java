package kith.conversation;

/** The statements that write a whole batch of arrivals, handed over as one JSON array {@code :rows}. */
final class ArrivalRows {
    /** Whoever advises here spoke as that where they come from, too. */
    private static final String CREDENTIAL =
            " (select m.id from practitioner.mark m where m.community_id = :community and m.member_id = r.author and m.current) ";

    static final String TOPICS = """
            insert into conversation.topic (id, community_id, section_id, author_id, title, opening, content_note, opened_at, active_at, pinned, closed_at, wish, thankful, credential_id, external_key)
            select r.id, :community, r.section, r.author, r.title, r.opening, r.note, r.at, r.at, r.pinned, case when r.closed then r.at end, r.wish, r.thankful, """ + CREDENTIAL + """
            , r.key
            from json_to_recordset(:rows::json)
                as r(id uuid, key text, section uuid, author uuid, title text, opening text, note text, at timestamptz, pinned boolean, closed boolean, wish text, thankful boolean)
            on conflict (community_id, external_key) do nothing
            """;

    static final String POSTS = """
            insert into conversation.post (id, topic_id, community_id, author_id, opens, body, html, renderer, posted_at, edited_at,
                source_text, source_url, source_licence, content_note, note_from, language, helped_at, credential_id, external_key)
            select r.id, t.id, t.community_id, r.author, r.opens, r.body, r.html, r.renderer, r.at, r.edited,
                r.source_text, r.source_url, r.source_licence, r.note, case when r.note = '' then '' else 'WRITER' end, r.language, r.helped, """ + CREDENTIAL + """
            , r.key
            from json_to_recordset(:rows::json)
                as r(id uuid, key text, topic text, author uuid, opens boolean, body text, html text, renderer int, at timestamptz, edited timestamptz,
                     source_text text, source_url text, source_licence text, note text, language text, helped timestamptz)
            join conversation.topic t on t.community_id = :community and t.external_key = r.topic
            on conflict do nothing
            """;

    static final String ANSWERS = """
            update conversation.post p set answers = a.id
            from json_to_recordset(:rows::json) as r(key text, answers text), conversation.post a
            where p.community_id = :community and p.external_key = r.key and p.answers is null
              and a.community_id = :community and a.external_key = r.answers and a.topic_id = p.topic_id
            """;

    static final String THANKS = """
            insert into conversation.thanks (post_id, member_id, kind, given_at)
            select p.id, r.by, r.kind, r.at
            from json_to_recordset(:rows::json) as r(post text, by uuid, kind text, at timestamptz)
            cross join lateral (values (r.post), (r.post || '#opening')) k(key)
            cross join lateral (
                select p.id, p.author_id from conversation.post p where p.community_id = :community and p.external_key = k.key offset 0) p
            where p.author_id is distinct from r.by
            on conflict do nothing
            """;

    static final String HELPED = """
            update conversation.post p set helped_readers = said.n
            from (
                select o.id, (select count(*) from conversation.thanks t where t.post_id = o.id and t.kind = 'HELPED_ME') as n
                from conversation.post o where o.community_id = :community and o.external_key in (:posts)) said
            where said.id = p.id and p.helped_readers <> said.n
            """;

    static final String COUNT = """
            update conversation.topic t
            set reply_count = said.replies, active_at = greatest(t.active_at, said.last), answered_at = said.answered
            from (
                select o.id, inside.*
                from conversation.topic o, lateral (
                    select count(*) filter (where not p.opens and p.state = 'STANDING' and p.hidden_at is null) as replies, max(p.posted_at) as last,
                           min(p.posted_at) filter (where not p.opens and (p.author_id, p.voice_id) is distinct from (o.author_id, o.voice_id)) as answered
                    from conversation.post p where p.topic_id = o.id) inside
                where o.community_id = :community and o.external_key in (:topics)) said
            where said.id = t.id
            """;

    /** Statistics of a table that has just grown from nothing lead the planner to read all of it for every batch; this keeps it to the indexes. */
    static final String BY_INDEX = """
            select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
            """;

    private ArrivalRows() {}
}
