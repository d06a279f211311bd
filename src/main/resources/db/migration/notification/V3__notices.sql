-- What one member is told of one topic: one row of their inbox, one thread of their mail program. Ids only; words are asked for when they are shown.
create table notification.bundle (
    id uuid primary key,
    account_id uuid not null,
    thread_id uuid not null,
    community_id uuid not null,
    kind text not null,
    last_id uuid not null,
    unseen boolean not null default false,
    silenced boolean not null default false,
    ring_at timestamptz,
    unique (account_id, thread_id)
);
create index bundle_newest on notification.bundle (account_id, last_id desc);
create index bundle_unseen on notification.bundle (account_id) where unseen;
create index bundle_due on notification.bundle (ring_at) where ring_at is not null;

-- One thing that happened and concerns one member. NEW waits for the bell, DIGEST for the digest, DONE was told outside the house or need not be.
create table notification.notice (
    id uuid primary key,
    bundle_id uuid not null references notification.bundle (id) on delete cascade,
    account_id uuid not null,
    kind text not null,
    about_id uuid not null,
    at timestamptz not null,
    seen_at timestamptz,
    state text not null default 'NEW' check (state in ('NEW', 'DIGEST', 'DONE')),
    mail_id uuid,
    unique (account_id, kind, about_id)
);
create index notice_of on notification.notice (bundle_id, id desc);
create index notice_digest on notification.notice (account_id, id desc) where state = 'DIGEST' and seen_at is null;
create index notice_mailed on notification.notice (mail_id) where mail_id is not null;

-- How somebody is told of one kind, everywhere (community of zeros) or in one community.
create table notification.choice (
    account_id uuid not null,
    community_id uuid not null,
    kind text not null,
    way text not null check (way in ('NONE', 'HOUSE', 'DIGEST', 'AT_ONCE')),
    primary key (account_id, community_id, kind)
);

-- When somebody wants to be told; its id stands in the addresses that switch mails off.
create table notification.wish (
    account_id uuid primary key,
    id uuid not null unique,
    mails boolean not null default true,
    words boolean not null default false,
    quiet_from smallint check (quiet_from between 0 and 23),
    quiet_to smallint check (quiet_to between 0 and 23),
    digest_day smallint check (digest_day between 1 and 7),
    digest_hour smallint not null default 18 check (digest_hour between 0 and 23),
    digest_at timestamptz,
    paused_until date
);
create index wish_due on notification.wish (digest_at) where digest_at is not null;

-- An address that mails come back from; it counts only while it is the account's.
create table notification.unreachable (
    account_id uuid primary key,
    address text not null,
    at timestamptz not null
);

-- A mail of notices has no words before it is handed in: what was taken back meanwhile is not in it.
alter table notification.mail add purpose text not null default 'LETTER' check (purpose in ('LETTER', 'NOTICES', 'DIGEST'));
alter table notification.mail add bundle_id uuid;
create index mail_bundle on notification.mail (bundle_id) where bundle_id is not null;
create index notice_unseen on notification.notice (account_id) where seen_at is null;
