-- What a practitioner or a host puts right beside a post, which stays as it is. Kind words and a source.
create table conversation.correction (
    id uuid primary key,
    post_id uuid not null references conversation.post (id),
    author_id uuid,
    -- Under which credential it was made; null for a host.
    credential_id uuid,
    words text not null check (char_length(words) <= 2000),
    source_title text not null check (char_length(source_title) <= 200),
    source_url text not null check (char_length(source_url) <= 500),
    source_year int not null check (source_year between 1900 and 2200),
    -- Following the post could harm somebody: doses, stopping.
    dangerous boolean not null,
    made_at timestamptz not null,
    version int not null default 1,
    edited_at timestamptz,
    withdrawn_at timestamptz
);
create index correction_of on conversation.correction (post_id, id);
create index correction_by on conversation.correction (author_id);

-- What a correction said before each of its edits.
create table conversation.correction_revision (
    correction_id uuid not null references conversation.correction (id),
    version int not null,
    words text not null,
    source_title text not null,
    source_url text not null,
    source_year int not null,
    written_at timestamptz not null,
    primary key (correction_id, version)
);
