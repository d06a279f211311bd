-- As whom somebody speaks in one topic when they speak anonymously: made once by chance, so that readers know one voice again there, and nowhere else.
-- member_id is read for its own member alone; it is null once their account is gone, and the name stays on what others answered.
create table conversation.voice (
    id uuid primary key,
    topic_id uuid not null references conversation.topic (id),
    member_id uuid,
    name text not null,
    face text not null,
    -- Whether its member spoke last as this voice, rather than under their own name.
    speaking boolean not null default true,
    unique (topic_id, member_id),
    unique (topic_id, name)
);
create index voice_of on conversation.voice (member_id);

alter table conversation.topic
    add anonymous boolean not null default false,
    add voice_id uuid,
    add constraint topic_voice check (anonymous = (voice_id is not null));
alter table conversation.post
    add anonymous boolean not null default false,
    add voice_id uuid references conversation.voice (id),
    add constraint post_voice check (anonymous = (voice_id is not null));
