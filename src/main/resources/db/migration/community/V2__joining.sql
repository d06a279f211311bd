-- The text of every pack that a community runs, so that it keeps working when the file changes or goes.
create table community.pack (
    id text not null,
    language text not null,
    version int not null,
    hash text not null,
    text text not null,
    kept_at timestamptz not null default now(),
    primary key (id, language, version, hash)
);

-- revision counts every change of what the community says about itself.
alter table community.community
    add pack_language text not null default 'en',
    add pack_hash text not null default '',
    add revision int not null default 1;

-- A community's own words in the place of its pack's.
create table community.word (
    community_id uuid not null references community.community (id),
    key text not null,
    text text not null,
    primary key (community_id, key)
);

-- Every version of the guidelines, as it was put in force; never changed.
create table community.guidelines (
    community_id uuid not null references community.community (id),
    version int not null,
    text text not null,
    since timestamptz not null default now(),
    primary key (community_id, version)
);

-- Who acknowledged which version when; it goes only with the person.
create table community.acknowledgement (
    community_id uuid not null references community.community (id),
    account_id uuid not null,
    version int not null,
    at timestamptz not null default now(),
    primary key (community_id, account_id, version)
);
create index acknowledgement_of on community.acknowledgement (account_id);

alter table community.membership
    add step int not null default 1,
    add about text not null default '',
    add checked_by uuid,
    add checked_at timestamptz;
create index membership_in on community.membership (community_id, role, account_id) where left_at is null;
create index membership_all on community.membership (account_id);

-- What somebody answered to a question of the pack's onboarding, in the column of its kind.
create table community.answer (
    community_id uuid not null references community.community (id),
    account_id uuid not null,
    question text not null,
    choices text[] not null default '{}',
    words text not null default '',
    day date,
    amount numeric(12, 2),
    currency text not null default '',
    shared boolean not null,
    answered_at timestamptz not null default now(),
    primary key (community_id, account_id, question)
);
create index answer_of on community.answer (account_id);

create table community.request (
    id uuid primary key,
    community_id uuid not null references community.community (id),
    account_id uuid not null,
    words text not null default '',
    asked_at timestamptz not null default now(),
    state text not null default 'WAITING' check (state in ('WAITING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    decided_by uuid,
    decided_at timestamptz,
    reply text not null default ''
);
create unique index request_waiting on community.request (community_id, account_id) where state = 'WAITING';
create index request_open on community.request (community_id, id) where state = 'WAITING';
create index request_of on community.request (account_id);

-- An invitation; the secret itself is in the link alone.
create table community.invite (
    id uuid primary key,
    community_id uuid not null references community.community (id),
    secret bytea not null unique,
    email text,
    uses_left int not null check (uses_left >= 0),
    expires_at timestamptz not null,
    made_by uuid,
    made_at timestamptz not null default now(),
    revoked boolean not null default false
);
create index invite_in on community.invite (community_id, id);
create index invite_by on community.invite (made_by);

create table community.redemption (
    invite_id uuid not null references community.invite (id),
    account_id uuid not null,
    at timestamptz not null default now(),
    primary key (invite_id, account_id)
);
create index redemption_of on community.redemption (account_id);

-- What was in force and who acknowledged it is history.
revoke update, delete on community.pack, community.guidelines from ${app};
revoke update on community.acknowledgement, community.redemption from ${app};
