-- What can be found, made of what other modules publish: it can be thrown away and made again.

-- These come with PostgreSQL and may be made by whoever owns the database. They live here, wherever they were before.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['unaccent', 'pg_trgm', 'btree_gin'] loop
        if exists (select from pg_extension where extname = wanted) then
            execute format('alter extension %I set schema search', wanted);
        else
            execute format('create extension %I schema search', wanted);
        end if;
    end loop;
end $$;

-- Word forms with and without accents, in each language of the house, and the words as they stand.
create text search configuration search.english (copy = pg_catalog.english);
alter text search configuration search.english
    alter mapping for hword, hword_part, word with search.unaccent, pg_catalog.english_stem;
create text search configuration search.german (copy = pg_catalog.german);
alter text search configuration search.german
    alter mapping for hword, hword_part, word with search.unaccent, pg_catalog.german_stem;
create text search dictionary search.english_plain (template = pg_catalog.simple, stopwords = english);
create text search configuration search.english_plain (copy = search.english);
alter text search configuration search.english_plain
    alter mapping for hword, hword_part, word with search.unaccent, search.english_plain;
alter text search configuration search.english_plain
    alter mapping for asciihword, hword_asciipart, asciiword with search.english_plain;
create text search dictionary search.german_plain (template = pg_catalog.simple, stopwords = german);
create text search configuration search.german_plain (copy = search.german);
alter text search configuration search.german_plain
    alter mapping for hword, hword_part, word with search.unaccent, search.german_plain;
alter text search configuration search.german_plain
    alter mapping for asciihword, hword_asciipart, asciiword with search.german_plain;

-- The number of a community stands before each of its words in the index, so that no search passes over another community's.
create table search.place (
    community_id uuid primary key,
    number int not null generated always as identity unique,
    documents int not null default 0
);

-- A post (with its topic as thread) or an article. Only what every reader of its community may see is ever here, and never who wrote it.
create table search.document (
    id uuid primary key,
    community_id uuid not null,
    thread uuid,
    opens boolean not null,
    at timestamptz not null,
    helped int not null default 0,
    words tsvector not null
);
create index document_words on search.document using gin (words) with (gin_pending_list_limit = 512);
create index document_newest on search.document (community_id, at desc);
alter table search.document alter column words set statistics 500;

-- The words of a community and in how many documents each was seen, to say which of them tell most and what a mistyped one may have meant.
create table search.word (
    community_id uuid not null,
    word text not null,
    documents int not null,
    primary key (community_id, word)
) with (fillfactor = 70);
create index word_like on search.word using gin (community_id, word search.gin_trgm_ops);

-- What changed and waits to be read again, noted in the transaction of the change.
create table search.todo (
    id uuid primary key,
    noted_at timestamptz not null default clock_timestamp()
);
create index todo_next on search.todo (noted_at);

-- Up to which id all was looked at that came without saying so.
create table search.mark (
    kind text primary key,
    upto uuid not null
);

-- Which articles a post of the community links to.
create table search.link (
    article_id uuid not null,
    post_id uuid not null,
    community_id uuid not null,
    thread uuid not null,
    at timestamptz not null,
    primary key (article_id, post_id)
);
create index link_from on search.link (post_id);
create index link_newest on search.link (article_id, at desc);

create function search.language(code text) returns text language sql immutable as $$
select case when code like 'de%' then 'german' else 'english' end
$$;

-- The words of a text with their places; those of a title weigh A, those of what it is about B.
create function search.vector(config text, title text, focus text, body text) returns tsvector language sql stable as $$
select setweight(to_tsvector(config::regconfig, title), 'A') || setweight(to_tsvector(config::regconfig, focus), 'B')
    || to_tsvector(config::regconfig, left(body, 60000))
$$;

-- Puts a mark before every word. PostgreSQL writes each word of a tsvector in quotes, at the beginning or after a space.
create function search.marked(mark text, words tsvector) returns text language sql immutable as $$
select regexp_replace(words::text, '(^| )''', '\1''' || mark, 'g')
$$;

-- Every word of a text, as it stands and as the form that its language makes of it, each behind the mark.
create function search.words(mark text, language text, title text, focus text, body text) returns tsvector language sql stable as $$
select (search.marked(mark, search.vector('search.' || language || '_plain', title, focus, body)) || ' '
     || search.marked(mark, search.vector('search.' || language, title, focus, body)))::tsvector
$$;

-- What a typed word may stand as in the index: as it is, and as the form that each of these languages makes of it. None where it says nothing.
create function search.forms(languages text[], typed text) returns text[] language sql stable as $$
select coalesce(array_agg(distinct v.lexeme), '{}')
from unnest(languages) l(language)
cross join lateral unnest(search.vector('search.' || l.language || '_plain', '', '', typed) || search.vector('search.' || l.language, '', '', typed)) v
$$;

-- Whether anything in a community says a word; asked by index alone, however the planner guesses.
create function search.said(number int, forms text[]) returns boolean language sql stable set enable_seqscan = off as $$
select exists (
    select from search.document d
    where d.words @@ (select string_agg(quote_literal(number || mark || form), ' | ')::tsquery from unnest(forms) form, unnest(array['p:', 'a:']) mark))
$$;

-- Takes documents out at once, and with them the words that nobody else said.
create function search.drop(gone uuid[]) returns void language plpgsql set enable_seqscan = off as $$
declare
    lost record;
begin
    for lost in
        with dropped as (delete from search.document where id = any (gone) returning community_id, words)
        select distinct d.community_id, p.number, substr(l, position(':' in l) + 1) as word
        from dropped d join search.place p using (community_id) cross join lateral unnest(tsvector_to_array(d.words)) l
    loop
        delete from search.word w
        where w.community_id = lost.community_id and w.word = lost.word and not search.said(lost.number, array[lost.word]);
    end loop;
    delete from search.link where post_id = any (gone);
end $$;
