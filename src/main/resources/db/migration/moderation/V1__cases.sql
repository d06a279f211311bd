-- One file on one thing: what was reported, as it was when it was reported first.
create table moderation.case (
    id uuid primary key,
    community_id uuid not null,
    kind text not null,
    subject_id uuid not null,
    about uuid,
    title text not null,
    text text not null,
    path text not null,
    opened_at timestamptz not null,
    decision_id uuid,
    decided_at timestamptz,
    check ((decision_id is null) = (decided_at is null))
);
create unique index case_open on moderation.case (kind, subject_id) where decided_at is null;
create index case_waiting on moderation.case (community_id, id) where decided_at is null;
create index case_decided on moderation.case (community_id, id) where decided_at is not null;
create index case_about on moderation.case (about) where about is not null;

create table moderation.report (
    id uuid primary key,
    case_id uuid not null references moderation.case (id),
    reporter_id uuid,
    reason text not null check (reason in ('WORRIED', 'DANGEROUS_ADVICE', 'UNKIND', 'PRIVATE', 'SELLING', 'OTHER')),
    words text not null default '',
    at timestamptz not null,
    promised_at timestamptz not null,
    unique (case_id, reporter_id)
);
create index report_by on moderation.report (reporter_id, id);

-- What was decided, by whom: only ever added to. What was said to whom is in moderation.letter.
create table moderation.decision (
    id uuid primary key,
    case_id uuid not null references moderation.case (id),
    kind text not null check (kind in ('NOTHING', 'TALK', 'HIDE', 'PAUSE', 'LIFT', 'UNDO')),
    by uuid not null,
    at timestamptz not null,
    until timestamptz,
    check ((kind = 'PAUSE') = (until is not null))
);
create index decision_of on moderation.decision (case_id, id);
create index decision_by on moderation.decision (by);
revoke update, delete, truncate on moderation.decision from ${app};

-- What a decision says to the reporters and to the writer.
create table moderation.letter (
    id uuid primary key,
    decision_id uuid not null references moderation.decision (id),
    case_id uuid not null references moderation.case (id),
    community_id uuid not null,
    member_id uuid not null,
    role text not null check (role in ('REPORTER', 'WRITER')),
    words text not null default '',
    at timestamptz not null
);
create index letter_to on moderation.letter (member_id, community_id, role, id);
create index letter_of on moderation.letter (case_id, member_id, role, id);

create table moderation.pause (
    id uuid primary key,
    community_id uuid not null,
    member_id uuid not null,
    case_id uuid not null references moderation.case (id),
    words text not null,
    since timestamptz not null,
    until timestamptz not null,
    lifted_at timestamptz
);
create index pause_running on moderation.pause (member_id, community_id) where lifted_at is null;
create index pause_ends on moderation.pause (until) where lifted_at is null;
create index pause_of on moderation.pause (case_id);
create index pause_member on moderation.pause (member_id);
