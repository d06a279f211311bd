-- How far a member has read a topic, and whether they follow it: one row for a topic that they opened, never one for a post.
create table conversation.reading (
    member_id uuid not null,
    topic_id uuid not null references conversation.topic (id),
    community_id uuid not null,
    -- The last post that they read, as the key of the topic's posts.
    read_at timestamptz not null default 'epoch',
    read_id uuid not null default '00000000-0000-0000-0000-000000000000',
    attention text not null default 'PLAIN' check (attention in ('PLAIN', 'FOLLOWED', 'MUTED')),
    -- They said so themselves, so nothing else changes it.
    chosen boolean not null default false,
    primary key (member_id, topic_id)
);
create index reading_followed on conversation.reading (member_id, community_id, read_at desc) where attention = 'FOLLOWED';
-- Whoever has read up to a moment and follows: those who are told of the next post.
create index followers on conversation.reading (topic_id, read_at, member_id) where attention = 'FOLLOWED';

-- Until when a member called everything in a section read.
create table conversation.sweep (
    member_id uuid not null,
    section_id uuid not null,
    swept_at timestamptz not null,
    primary key (member_id, section_id)
);

-- Who is named in a post with a link to their page.
create table conversation.mention (
    post_id uuid not null references conversation.post (id),
    member_id uuid not null,
    primary key (post_id, member_id)
);
create index mention_of on conversation.mention (member_id, post_id);

-- A host asked somebody by name to look into a topic.
create table conversation.ask (
    id uuid primary key,
    topic_id uuid not null references conversation.topic (id),
    community_id uuid not null,
    member_id uuid not null,
    asked_by uuid,
    asked_at timestamptz not null
);
create index ask_in_topic on conversation.ask (topic_id, asked_at desc);
create index ask_of on conversation.ask (member_id, community_id, asked_at desc);
create index ask_by on conversation.ask (asked_by) where asked_by is not null;

create index topic_unanswered on conversation.topic (community_id, active_at desc, id desc)
    where (answered_at is null or reply_count = 0) and closed_at is null and not withdrawn and not hidden;
create index topic_unanswered_in_section on conversation.topic (section_id, active_at desc, id desc)
    where (answered_at is null or reply_count = 0) and closed_at is null and not withdrawn and not hidden;
create index topic_of_recent on conversation.topic (author_id, community_id, active_at desc, id desc);
drop index conversation.topic_of;
