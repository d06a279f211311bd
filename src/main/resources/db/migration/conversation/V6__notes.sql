-- A note on what not everybody wants to read today. That of an opening stands with its topic, because lists show it.
alter table conversation.post
    add content_note text not null default '' check (char_length(content_note) <= 200),
    -- Who put the note there last.
    add note_from text not null default '' check (note_from in ('', 'WRITER', 'HOST')),
    -- Somebody who reads asked its writer for a note, who has not answered yet.
    add note_asked_at timestamptz,
    -- The one who opened the topic said that it helped.
    add helped_at timestamptz;
alter table conversation.topic
    -- What kind of reply its writer hopes for.
    add wish text not null default '' check (wish in ('', 'EARS', 'IDEAS', 'FACTS')),
    -- Its writer closed it in thanks.
    add thankful boolean not null default false;
create index post_helped on conversation.post (topic_id, posted_at) where helped_at is not null;

-- Every note that was put on a post, changed or taken off, and whether a host did.
create table conversation.noting (
    id uuid primary key,
    post_id uuid not null references conversation.post (id),
    member_id uuid,
    host boolean not null,
    words text not null,
    noted_at timestamptz not null
);
create index noting_of on conversation.noting (post_id, id);
create index noting_by on conversation.noting (member_id, id);

-- Who asked for a note: once for a post, and its writer never learns who.
create table conversation.note_wish (
    post_id uuid not null references conversation.post (id),
    member_id uuid not null,
    wished_at timestamptz not null,
    primary key (post_id, member_id)
);
create index note_wish_by on conversation.note_wish (member_id);

-- What a member wants folded in a community: everything with a note (as for whoever chose nothing), or what has one of these words.
create table conversation.folding (
    member_id uuid not null,
    community_id uuid not null,
    anything boolean not null,
    words text[] not null,
    primary key (member_id, community_id)
);
