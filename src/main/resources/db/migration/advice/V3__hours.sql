-- A planned hour with a practitioner; what is asked into it is an ordinary question, promised from its end.
create table advice.hour (
    id uuid primary key,
    community_id uuid not null,
    practitioner uuid not null,
    title text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    most int not null,
    called_off_at timestamptz,
    reminded_at timestamptz
);
create index hour_soon on advice.hour (starts_at) where reminded_at is null and called_off_at is null;
create index hour_of on advice.hour (community_id, ends_at);
create index hour_practitioner on advice.hour (practitioner);

create table advice.gathered (
    question_id uuid primary key references advice.question on delete cascade,
    hour_id uuid not null references advice.hour on delete cascade
);
create index gathered_hour on advice.gathered (hour_id);

-- Who would like to hear the answer too: a number to others, never a list.
create table advice.support (
    question_id uuid not null references advice.gathered on delete cascade,
    member_id uuid not null,
    at timestamptz not null,
    primary key (question_id, member_id)
);
create index support_member on advice.support (member_id);

-- Who wants to be told before an hour begins, or that it does not.
create table advice.reminder (
    hour_id uuid not null references advice.hour on delete cascade,
    member_id uuid not null,
    at timestamptz not null,
    primary key (hour_id, member_id)
);
create index reminder_member on advice.reminder (member_id);
