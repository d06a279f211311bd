-- Questions to practitioners. A private one (closed) is read by its asker, whoever holds its duty, and whoever answered or read an answer before it went out.
create table advice.question (
    id uuid primary key,
    community_id uuid not null,
    section_id uuid not null,
    asker uuid,
    anonymous boolean not null,
    closed boolean not null,
    title text not null,
    body text not null,
    html text not null,
    language text not null,
    source text not null default '',
    asked_at timestamptz not null,
    waits_since timestamptz not null,
    due_at timestamptz not null,
    look_at timestamptz not null,
    state text not null check (state in ('ASKED', 'ANSWERED', 'ENDED', 'WITHDRAWN')),
    answered_at timestamptz,
    ends_at timestamptz,
    helped boolean not null default false,
    imported text unique
);
create index question_newest on advice.question (community_id, answered_at desc, id) where not closed and state in ('ANSWERED', 'ENDED');
create index question_section on advice.question (community_id, section_id, answered_at desc, id) where not closed and state in ('ANSWERED', 'ENDED');
create index question_mine on advice.question (asker, community_id, asked_at desc);
create index question_look on advice.question (look_at) where state = 'ASKED';
create index question_waits on advice.question (community_id, waits_since) where state = 'ASKED' and not closed;
create index question_ends on advice.question (ends_at) where state = 'ANSWERED';

-- To whom a question was given, and why it went on. Nobody is given the same one twice.
create table advice.routing (
    question_id uuid not null references advice.question on delete cascade,
    practitioner uuid not null,
    n int not null,
    at timestamptz not null,
    why text not null,
    passed_at timestamptz,
    reason text not null default '',
    primary key (question_id, practitioner)
);
create index routing_load on advice.routing (practitioner, at);

-- What is said below a question: answers, and what its asker asked on.
create table advice.entry (
    id uuid primary key,
    question_id uuid not null references advice.question on delete cascade,
    kind text not null check (kind in ('ANSWER', 'ASKING_ON')),
    author uuid,
    outside text not null default '',
    profession text not null default '',
    body text not null,
    html text not null,
    state text not null check (state in ('READING', 'OUT')),
    version int not null default 1,
    made_at timestamptz not null,
    out_at timestamptz,
    minutes int,
    valid_until date,
    second_reader uuid
);
create index entry_of on advice.entry (question_id, made_at);
create index entry_waits on advice.entry (made_at) where state = 'READING';
create index entry_author on advice.entry (author);
create index entry_reader on advice.entry (second_reader) where second_reader is not null;
create index entry_due on advice.entry (valid_until) where kind = 'ANSWER' and state = 'OUT' and author is not null;

create table advice.source (
    entry_id uuid not null references advice.entry on delete cascade,
    n int not null,
    title text not null,
    address text not null,
    year int,
    primary key (entry_id, n)
);

-- What the second reader said before an answer went out.
create table advice.comment (
    id uuid primary key,
    entry_id uuid not null references advice.entry on delete cascade,
    author uuid,
    words text not null,
    at timestamptz not null
);
create index comment_of on advice.comment (entry_id, at);
create index comment_author on advice.comment (author);

-- What an answer said before it was put right, and why.
create table advice.correction (
    id uuid primary key,
    entry_id uuid not null references advice.entry on delete cascade,
    author uuid,
    reason text not null,
    before text not null,
    at timestamptz not null
);
create index correction_of on advice.correction (entry_id, at);
create index correction_author on advice.correction (author);

-- Who read which version of a question's answers, so that they hear of a correction.
create table advice.reading (
    question_id uuid not null references advice.question on delete cascade,
    reader uuid not null,
    at timestamptz not null,
    primary key (question_id, reader)
);
create index reading_reader on advice.reading (reader);

-- What somebody is typing here; nobody else sees it.
create table advice.draft (
    member_id uuid not null,
    key text not null,
    fields jsonb not null,
    saved_at timestamptz not null,
    primary key (member_id, key)
);

-- In which answered questions of a community a word form stands, and how much it weighs there.
create table advice.posting (
    community_id uuid not null,
    form text not null,
    question_id uuid not null references advice.question on delete cascade,
    weight real not null,
    primary key (community_id, form, question_id)
) with (fillfactor = 90);
create index posting_of on advice.posting (question_id);
create table advice.form (
    community_id uuid not null,
    form text not null,
    questions int not null,
    primary key (community_id, form)
) with (fillfactor = 80);
