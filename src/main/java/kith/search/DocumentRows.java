package kith.search;

import java.util.List;

/** The statements that make documents of what other modules publish, {@code :ids} at a time. */
final class DocumentRows {
    static final String POSTS = "conversation.findable";
    static final String ARTICLES = "library.findable";

    private static final String THINGS = """
            with things as (
                select f.id, f.community_id, f.topic_id as thread, f.opens, f.posted_at as at, f.helped, f.title, '' as focus, f.body, 'p:' as mark
                from conversation.findable f where f.id = any (:ids::uuid[])
                union all
                select a.id, a.community_id, null, false, a.written_at, 0, a.title, a.focus, a.body, 'a:'
                from library.findable a where a.id = any (:ids::uuid[])),
            spoken as (
                select t.*, search.language(g.language) as language from things t join community.tongue g on g.id = t.community_id)
            """;

    private static final String PLACES = THINGS + """
            insert into search.place (community_id) select distinct community_id from things order by 1 on conflict do nothing
            """;

    /** A title's words stand a second time behind {@code t:}, so that topics about something are found without reading all that is said about it. */
    private static final String DOCUMENTS = THINGS + """
            , written as (
                insert into search.document (id, community_id, thread, opens, at, helped, words)
                select s.id, s.community_id, s.thread, s.opens, s.at, s.helped,
                       (search.words(p.number || s.mark, s.language, s.title, s.focus, s.body)::text || ' '
                     || search.words(p.number || 't:', s.language, s.title || ' ' || s.focus, '', '')::text)::tsvector
                from spoken s join search.place p using (community_id)
                on conflict (id) do update set community_id = excluded.community_id, thread = excluded.thread, opens = excluded.opens, at = excluded.at,
                    helped = excluded.helped, words = excluded.words
                returning community_id)
            update search.place p set documents = p.documents + w.n
            from (select community_id, count(*)::int as n from written group by 1) w where w.community_id = p.community_id
            """;

    private static final String WORDS = THINGS + """
            insert into search.word (community_id, word, documents)
            select s.community_id, v.lexeme, count(*)::int
            from spoken s cross join lateral unnest(search.vector('search.' || s.language || '_plain', s.title, s.focus, s.body)) v
            where v.lexeme ~ '^[[:alpha:]]{3,40}$'
            group by 1, 2 order by 1, 2
            on conflict (community_id, word) do update set documents = word.documents + excluded.documents
            """;

    private static final String LINKS = """
            with gone as (delete from search.link where post_id = any (:ids::uuid[]))
            insert into search.link (article_id, post_id, community_id, thread, at)
            select distinct a.id, f.id, f.community_id, f.topic_id, f.posted_at
            from conversation.findable f
            cross join lateral regexp_matches(f.body, '/articles/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})', 'g') m
            join library.findable a on a.id = m[1]::uuid and a.community_id = f.community_id
            where f.id = any (:ids::uuid[])
            on conflict do nothing
            """;

    static final List<String> WRITE = List.of(PLACES, DOCUMENTS, WORDS, LINKS);

    /** What has a document and may no longer have one. */
    static final String UNSEEN = """
            select d.id from search.document d
            where d.id = any (:ids::uuid[]) and not exists (select from conversation.findable f where f.id = d.id)
              and not exists (select from library.findable a where a.id = d.id)
            """;

    /** Ids grow with time; the mark stays ten minutes behind it, because a transaction that began before may end after. */
    static final String SEEK = """
            with behind as materialized (
                select f.id from %s f
                where f.id > coalesce((select upto from search.mark where kind = :kind), '00000000-0000-0000-0000-000000000000'::uuid)
                order by f.id limit :most)
            select b.id, not exists (select from search.document d where d.id = b.id) as unread from behind b order by b.id
            """;

    static final String MARK = """
            insert into search.mark (kind, upto)
            values (:kind, least(:upto, (rpad(lpad(to_hex((extract(epoch from now() - interval '10 minutes') * 1000)::bigint), 12, '0'), 32, '0'))::uuid))
            on conflict (kind) do update set upto = greatest(search.mark.upto, excluded.upto)
            """;

    private DocumentRows() {}
}
