-- What a community keeps to read again. Ids of members and communities point into other modules' schemas and are plain.
create table library.article (
    id uuid primary key,
    community_id uuid not null,
    external_key text,
    title text not null check (char_length(title) between 1 and 200),
    title_key text not null generated always as (lower(title)) stored,
    focus text not null check (char_length(focus) between 1 and 120),
    focus_key text not null,
    kind text not null default '',
    body text not null,
    html text not null,
    opening text not null,
    renderer int not null,
    source text not null default '',
    source_url text not null default '',
    licence text not null default '',
    written_by uuid,
    written_at timestamptz not null default now(),
    reviewed_by uuid,
    reviewed_on date,
    review_due date not null,
    version int not null default 1,
    -- Somebody here changed what arrived from outside: a later import leaves it alone.
    own boolean not null default true,
    words tsvector not null generated always as (
        setweight(to_tsvector('simple', title || ' ' || focus), 'A') || setweight(to_tsvector('english', title || ' ' || focus), 'B')
        || to_tsvector('english', body)) stored,
    unique (community_id, external_key)
);
create index article_shelf on library.article (community_id, focus_key, title_key, id);
create index article_words on library.article using gin (words);
create index article_due on library.article (community_id, review_due, id);
create index article_writer on library.article (written_by);
create index article_reviewer on library.article (reviewed_by);

-- What an article said before each of its changes.
create table library.version (
    article_id uuid not null references library.article (id),
    version int not null,
    title text not null,
    body text not null,
    html text not null,
    written_by uuid,
    written_at timestamptz not null,
    primary key (article_id, version)
);
create index version_writer on library.version (written_by);
-- History is only added to; who wrote it is cut loose when they leave the house.
revoke update, delete on library.version from ${app};
grant update (written_by) on library.version to ${app};
