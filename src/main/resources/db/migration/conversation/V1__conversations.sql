-- Conversations. Ids of members, communities and sections point into other modules' schemas and are plain.
create table conversation.topic (
    id uuid primary key,
    community_id uuid not null,
    section_id uuid not null,
    author_id uuid,
    title text not null check (char_length(title) <= 140),
    opening text not null,
    content_note text not null default '',
    opened_at timestamptz not null,
    active_at timestamptz not null,
    answered_at timestamptz,
    reply_count int not null default 0,
    pinned boolean not null default false,
    closed_at timestamptz,
    -- Its opening was withdrawn by its writer; without replies nobody else sees that it was ever there.
    withdrawn boolean not null default false,
    external_key text,
    unique (community_id, external_key)
);
create index topic_recent on conversation.topic (community_id, active_at desc, id desc);
create index topic_recent_in_section on conversation.topic (section_id, active_at desc, id desc);
create index topic_pinned on conversation.topic (community_id, active_at desc) where pinned;
create index topic_of on conversation.topic (author_id, community_id);

create table conversation.post (
    id uuid primary key,
    topic_id uuid not null references conversation.topic (id),
    community_id uuid not null,
    author_id uuid,
    opens boolean not null default false,
    body text not null,
    html text not null,
    renderer int not null,
    posted_at timestamptz not null,
    version int not null default 1,
    edited_at timestamptz,
    state text not null default 'STANDING' check (state in ('STANDING', 'WITHDRAWN', 'EMPTIED', 'ERASED')),
    withdrawn_at timestamptz,
    source_text text not null default '',
    source_url text not null default '',
    source_licence text not null default '',
    external_key text,
    unique (community_id, external_key)
);
create index post_in_topic on conversation.post (topic_id, posted_at, id);
create index post_of on conversation.post (author_id, posted_at);
create index post_withdrawn on conversation.post (withdrawn_at) where state = 'WITHDRAWN';
create unique index post_opening on conversation.post (topic_id) where opens;

-- What a post said before each of its edits.
create table conversation.revision (
    post_id uuid not null references conversation.post (id),
    version int not null,
    body text not null,
    html text not null,
    renderer int not null,
    written_at timestamptz not null,
    primary key (post_id, version)
);
revoke update, delete on conversation.revision from ${app};

-- The one way in which history ends: its post is withdrawn for good, or its writer is gone.
create function conversation.forget_revisions() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    delete from conversation.revision where post_id = new.id;
    return null;
end $$;
create trigger forget_revisions after update of state on conversation.post
for each row when (new.state in ('EMPTIED', 'ERASED')) execute function conversation.forget_revisions();

create table conversation.thanks (
    post_id uuid not null references conversation.post (id),
    member_id uuid not null,
    kind text not null check (kind in ('WITH_YOU', 'BEEN_THERE', 'HELPED_ME', 'THANK_YOU')),
    given_at timestamptz not null,
    primary key (post_id, kind, member_id)
);
create index thanks_of on conversation.thanks (member_id, given_at);

create table conversation.draft (
    member_id uuid not null,
    key text not null check (char_length(key) <= 120),
    fields jsonb not null,
    saved_at timestamptz not null,
    primary key (member_id, key)
);
create index draft_recent on conversation.draft (member_id, saved_at desc);
