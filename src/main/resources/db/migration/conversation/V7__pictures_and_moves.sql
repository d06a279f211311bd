-- Pictures in posts. The only copy of their bytes is here; ids are random, because one that is made from the time would tell when it was brought.
create table conversation.picture (
    id uuid primary key,
    -- Who brought it, for their own pages, export and erasure; never shown.
    member_id uuid,
    -- With a draft until it is published, then with a post.
    draft_key text check (char_length(draft_key) <= 120),
    post_id uuid references conversation.post (id),
    position int not null default 0,
    alt text not null default '' check (char_length(alt) <= 1000),
    decorative boolean not null default false,
    -- Its writer was asked once what can be seen on it.
    asked boolean not null default false,
    width int not null,
    height int not null,
    brought_at timestamptz not null,
    check ((draft_key is null) <> (post_id is null))
);
create index picture_of_draft on conversation.picture (member_id, draft_key);
create index picture_in_post on conversation.picture (post_id) where post_id is not null;

create table conversation.picture_size (
    picture_id uuid not null references conversation.picture (id) on delete cascade,
    size text not null check (size in ('SMALL', 'MIDDLE', 'LARGE')),
    content bytea not null,
    primary key (picture_id, size)
);
-- A JPEG does not get smaller, so that PostgreSQL need not try.
alter table conversation.picture_size alter content set storage external;

-- Who drops a draft drops its pictures, and a post that is gone for good has none.
create function conversation.forget_draft_pictures() returns trigger language plpgsql set search_path = '' as $$
begin
    delete from conversation.picture where member_id = old.member_id and draft_key = old.key;
    return null;
end $$;
create trigger forget_pictures after delete on conversation.draft
for each row execute function conversation.forget_draft_pictures();

create function conversation.forget_post_pictures() returns trigger language plpgsql set search_path = '' as $$
begin
    delete from conversation.picture where post_id = new.id;
    return null;
end $$;
create trigger forget_pictures after update of state on conversation.post
for each row when (new.state in ('EMPTIED', 'ERASED')) execute function conversation.forget_post_pictures();

-- Whether there is more in a topic than words: pictures, a poll, a note of a move. Pages ask for those only where there is.
alter table conversation.topic add furnished boolean not null default false;

-- What hosts moved: a topic to another section, some of its posts to a topic of their own, or all of them into an earlier topic.
create table conversation.move (
    id uuid primary key,
    kind text not null check (kind in ('SECTION', 'SPLIT', 'MERGE')),
    community_id uuid not null,
    -- Where it is now, and where it came from.
    topic_id uuid not null references conversation.topic (id),
    from_topic_id uuid references conversation.topic (id),
    from_section_id uuid,
    by_id uuid,
    moved_at timestamptz not null,
    undone_at timestamptz
);
create index move_to on conversation.move (topic_id, moved_at desc);
create index move_from on conversation.move (from_topic_id, moved_at desc) where from_topic_id is not null;
create index move_by on conversation.move (by_id) where by_id is not null;

-- Which posts went, whether each opened its topic, and in whose voice it was: what is needed to take it back.
create table conversation.moved_post (
    move_id uuid not null references conversation.move (id),
    post_id uuid not null references conversation.post (id),
    opened boolean not null,
    voice_id uuid references conversation.voice (id),
    primary key (move_id, post_id)
);
create index moved_post_of on conversation.moved_post (post_id);
create index post_in_voice on conversation.post (voice_id) where voice_id is not null;

-- All its posts are in another topic, to which its address leads.
alter table conversation.topic add merged_into uuid references conversation.topic (id);
