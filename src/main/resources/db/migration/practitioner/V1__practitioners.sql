-- Who may speak as a practitioner, how that was checked, and what they take on. Ids of members and communities point into other modules' schemas and are plain.
create table practitioner.credential (
    id uuid primary key,
    community_id uuid not null,
    member_id uuid not null,
    profession text not null check (char_length(profession) between 1 and 80),
    register text not null,
    number text not null check (char_length(number) <= 60),
    jurisdiction text not null check (char_length(jurisdiction) <= 80),
    -- Section slugs of the pack, and a sentence; no section: all of them.
    scope text[] not null,
    sentence text not null check (char_length(sentence) <= 400),
    languages text[] not null,
    checked_on date not null,
    checked_by uuid,
    confirmed_by uuid,
    valid_until date not null,
    -- The end of that day where the practitioner lives.
    ends_at timestamptz not null,
    ended_at timestamptz
);
create unique index credential_of on practitioner.credential (community_id, member_id) where ended_at is null;
create index credential_by_member on practitioner.credential (member_id);
create index credential_ends on practitioner.credential (ends_at) where ended_at is null;

-- What is shown beside words. Published: other modules may read it. Somebody may have several, one of them not ended.
create view practitioner.mark as
select id, community_id, member_id, profession, checked_on, valid_until, ended_at is null and ends_at > now() as current
from practitioner.credential;

create table practitioner.application (
    id uuid primary key,
    community_id uuid not null,
    member_id uuid,
    -- Who began it: the member themselves, or a manager for them.
    sent_by uuid,
    profession text not null check (char_length(profession) <= 80),
    register text not null,
    number text not null check (char_length(number) <= 60),
    jurisdiction text not null check (char_length(jurisdiction) <= 80),
    scope text[] not null,
    sentence text not null check (char_length(sentence) <= 400),
    languages text[] not null,
    valid_until date not null,
    state text not null check (state in ('WAITING', 'CHECKED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    sent_at timestamptz not null,
    decided_at timestamptz,
    reason text not null default '' check (char_length(reason) <= 1000)
);
create unique index application_open on practitioner.application (community_id, member_id) where state in ('WAITING', 'CHECKED');
create index application_of on practitioner.application (member_id, sent_at);
create index application_sent_by on practitioner.application (sent_by);

-- What somebody did to make sure; only ever added to.
create table practitioner.checking (
    id uuid primary key,
    application_id uuid not null references practitioner.application (id) on delete cascade,
    member_id uuid,
    kind text not null check (kind in ('CHECK', 'CONFIRM', 'REFUSE')),
    way text not null,
    words text not null check (char_length(words) <= 1000),
    at timestamptz not null
);
create index checking_of on practitioner.checking (application_id, id);
create index checking_by on practitioner.checking (member_id);

-- What shows that it is so: sealed with the house's key, gone with the decision.
create table practitioner.evidence (
    id uuid primary key,
    application_id uuid not null unique references practitioner.application (id) on delete cascade,
    type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
    sealed bytea not null,
    brought_at timestamptz not null
);

create table practitioner.boundaries (
    community_id uuid not null,
    member_id uuid not null,
    zone text not null,
    -- Such as MONDAY 09:00-17:00; none: at any hour.
    hours text[] not null,
    daily int not null check (daily between 0 and 99),
    open int not null check (open between 0 and 99),
    declined text[] not null,
    starts_private boolean not null,
    off_duty text not null check (char_length(off_duty) <= 600),
    primary key (community_id, member_id)
);
create index boundaries_of on practitioner.boundaries (member_id);

-- Those whom a manager had checked before this was kept: to be checked again within three months.
insert into practitioner.credential (id, community_id, member_id, profession, register, number, jurisdiction, scope, sentence, languages,
    checked_on, valid_until, ends_at)
select gen_random_uuid(), community_id, account_id, profession, 'other', '', '', '{}', '', '{}', current_date, current_date + 90, now() + interval '90 days'
from community.belonging where role = 'PRACTITIONER' and profession <> '';
create index credential_checked_by on practitioner.credential (checked_by);
create index credential_confirmed_by on practitioner.credential (confirmed_by);
