create table community.community (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text not null,
    tagline text not null default '',
    pack text not null,
    pack_version int not null,
    language text not null default 'en',
    visibility text not null default 'PRIVATE' check (visibility in ('PRIVATE', 'OPEN_TO_READ')),
    joining text not null default 'INVITATION' check (joining in ('OPEN', 'REQUEST', 'INVITATION')),
    look text not null,
    motif text not null,
    guidelines_version int not null default 1,
    created_at timestamptz not null default now()
);

create table community.section (
    id uuid primary key,
    community_id uuid not null references community.community (id),
    slug text not null,
    name text not null,
    description text not null default '',
    kind text not null default 'talk',
    content_note text not null default '',
    position int not null,
    retired boolean not null default false,
    unique (community_id, slug)
);

create table community.membership (
    community_id uuid not null references community.community (id),
    account_id uuid not null,
    role text not null default 'MEMBER' check (role in ('MEMBER', 'SUPPORTER', 'PRACTITIONER', 'MODERATOR', 'MANAGER')),
    standing text not null default 'ACTIVE' check (standing in ('ACTIVE', 'PAUSED')),
    joined_at timestamptz not null default now(),
    left_at timestamptz,
    guidelines int not null default 0,
    onboarded boolean not null default false,
    profession text not null default '',
    listed boolean not null default true,
    primary key (community_id, account_id)
);
create index membership_of on community.membership (account_id) where left_at is null;

-- Who belongs where as what. Published: other modules may read it.
create view community.belonging as
select community_id, account_id, role, standing, profession, joined_at from community.membership where left_at is null;

-- Where a section is. Published: other modules may read it.
create view community.section_name as
select id, community_id, slug, name from community.section;
