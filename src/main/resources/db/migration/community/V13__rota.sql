-- Who is on call when: a recurring shift in its own zone, so that nine stays nine when the clocks change. A shift that ends at or before its beginning runs over midnight.
create table community.shift (
    id uuid primary key,
    community_id uuid not null references community.community (id),
    account_id uuid not null,
    days smallint not null check (days between 1 and 127),
    from_at time not null,
    to_at time not null,
    zone text not null,
    since date not null,
    until date,
    check (until is null or until >= since)
);
create index shift_in on community.shift (community_id);
create index shift_of on community.shift (account_id);

-- One evening of a shift that somebody wants to give away, and who took it.
create table community.swap (
    id uuid primary key,
    shift_id uuid not null references community.shift (id) on delete cascade,
    day date not null,
    offered_at timestamptz not null,
    taken_by uuid,
    taken_at timestamptz,
    unique (shift_id, day),
    check ((taken_by is null) = (taken_at is null))
);
create index swap_taken on community.swap (taken_by) where taken_by is not null;

-- Days on which somebody is away, the last one included, in their zone, and who covers for them. Why is nobody's business.
create table community.absence (
    id uuid primary key,
    community_id uuid not null references community.community (id),
    account_id uuid not null,
    from_day date not null,
    to_day date not null,
    begins timestamptz not null,
    ends timestamptz not null,
    cover uuid,
    told_at timestamptz,
    check (to_day >= from_day and ends > begins)
);
create index absence_in on community.absence (community_id, ends);
create index absence_of on community.absence (account_id);
create index absence_cover on community.absence (cover) where cover is not null;
create index absence_begins on community.absence (begins) where told_at is null;

-- What a community is called. Published: other modules may read it.
create view community.called as
select id, slug, name from community.community;
