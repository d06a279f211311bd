create table identity.account (
    id uuid primary key,
    email text unique,
    name text,
    name_key text unique,
    password text,
    face text not null default 'stone',
    picture_id uuid,
    about text not null default '',
    language text not null default 'en',
    timezone text not null default 'UTC',
    status text not null default 'UNCONFIRMED' check (status in ('UNCONFIRMED', 'ACTIVE', 'SUSPENDED', 'ERASED')),
    operator boolean not null default false,
    old_enough boolean not null default false,
    created_at timestamptz not null default now(),
    confirmed_at timestamptz,
    check (status = 'ERASED' or (email is not null and name is not null and name_key is not null))
);

create table identity.session (
    id uuid primary key,
    secret bytea not null unique,
    account_id uuid not null references identity.account (id),
    device text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    proved_at timestamptz not null
);
create index session_of on identity.session (account_id, seen_at desc);

-- What others may see of a member. Published: other modules may read it.
create view identity.card as
select id, name, face, picture_id from identity.account where status <> 'ERASED';
