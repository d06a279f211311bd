-- Words that practitioners of one community adapt for their answers. What is not read by a second one, or is past its day, is on nobody's form.
create table advice.piece (
    id uuid primary key,
    community_id uuid not null,
    section_id uuid not null,
    writer uuid,
    profession text not null,
    language text not null,
    title text not null,
    body text not null,
    sources jsonb not null,
    valid_until date not null,
    version int not null default 1,
    state text not null check (state in ('READING', 'OUT')),
    changed_at timestamptz not null,
    reviewer uuid,
    reviewed_at timestamptz
);
create index piece_of on advice.piece (community_id, section_id, title);
create index piece_due on advice.piece (valid_until) where state = 'OUT';
create index piece_writer on advice.piece (writer);
create index piece_reviewer on advice.piece (reviewer) where reviewer is not null;

-- What a piece said before it was changed, who wrote that and who had read it.
create table advice.piece_version (
    piece_id uuid not null references advice.piece on delete cascade,
    version int not null,
    writer uuid,
    title text not null,
    body text not null,
    sources jsonb not null,
    changed_at timestamptz not null,
    reviewer uuid,
    reviewed_at timestamptz,
    primary key (piece_id, version)
);
create index piece_version_writer on advice.piece_version (writer);
create index piece_version_reviewer on advice.piece_version (reviewer) where reviewer is not null;

create table advice.piece_comment (
    id uuid primary key,
    piece_id uuid not null references advice.piece on delete cascade,
    version int not null,
    author uuid,
    words text not null,
    at timestamptz not null
);
create index piece_comment_of on advice.piece_comment (piece_id, at);
create index piece_comment_author on advice.piece_comment (author);

-- A copy of a piece in a draft: with the words as they were, so that what goes out unchanged is known.
create table advice.taking (
    id uuid primary key,
    piece_id uuid not null references advice.piece on delete cascade,
    question_id uuid not null references advice.question on delete cascade,
    member_id uuid,
    words text not null,
    at timestamptz not null,
    sent_at timestamptz
);
create index taking_of on advice.taking (piece_id) where sent_at is not null;
create index taking_question on advice.taking (question_id, member_id);
create index taking_member on advice.taking (member_id);
