-- A private question that its asker wants everybody to read: nobody but they can get from the one to the other.
create table advice.sharing (
    question_id uuid primary key references advice.question on delete cascade,
    asker uuid not null,
    state text not null check (state in ('SUGGESTED', 'UNWANTED', 'AGREEING', 'REFUSED', 'OUT')),
    suggested_by uuid,
    consented_at timestamptz,
    copy_id uuid
);
create index sharing_asker on advice.sharing (asker);
create index sharing_suggested on advice.sharing (suggested_by);

-- How it would be read: the question is part 0, then what was said below it; an author whose words were changed agrees, or does not.
create table advice.sharing_part (
    question_id uuid not null references advice.sharing on delete cascade,
    n int not null,
    entry_id uuid,
    author uuid,
    title text not null,
    body text not null,
    changed boolean not null,
    agreed_at timestamptz,
    primary key (question_id, n)
);
create index sharing_part_author on advice.sharing_part (author) where changed;
