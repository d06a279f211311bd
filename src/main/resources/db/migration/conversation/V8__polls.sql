-- A question with answers to choose from, in the post that opens a topic; it goes where its post goes. Closed by time alone.
create table conversation.poll (
    id uuid primary key,
    post_id uuid not null unique references conversation.post (id),
    question text not null check (char_length(question) <= 200),
    several boolean not null,
    shown text not null check (shown in ('AT_CLOSE', 'AFTER_VOTE')),
    closes_at timestamptz not null,
    -- How many people answered.
    voters int not null default 0
);

create table conversation.poll_choice (
    poll_id uuid not null references conversation.poll (id) on delete cascade,
    position int not null,
    label text not null check (char_length(label) <= 120),
    votes int not null default 0,
    primary key (poll_id, position)
);

-- One for each member: how somebody answered is read for themself alone.
create table conversation.ballot (
    poll_id uuid not null references conversation.poll (id) on delete cascade,
    member_id uuid not null,
    choices int[] not null,
    cast_at timestamptz not null,
    primary key (poll_id, member_id)
);
create index ballot_of on conversation.ballot (member_id);

-- The numbers follow the ballots, whatever becomes of these.
create function conversation.count_ballot() returns trigger language plpgsql set search_path = '' as $$
begin
    if tg_op <> 'INSERT' then
        update conversation.poll_choice set votes = votes - 1 where poll_id = old.poll_id and position = any (old.choices);
        update conversation.poll set voters = voters - 1 where id = old.poll_id;
    end if;
    if tg_op <> 'DELETE' then
        update conversation.poll_choice set votes = votes + 1 where poll_id = new.poll_id and position = any (new.choices);
        update conversation.poll set voters = voters + 1 where id = new.poll_id;
    end if;
    return null;
end $$;
create trigger count_ballot after insert or update or delete on conversation.ballot
for each row execute function conversation.count_ballot();

create function conversation.forget_poll() returns trigger language plpgsql set search_path = '' as $$
begin
    delete from conversation.poll where post_id = new.id;
    return null;
end $$;
create trigger forget_poll after update of state on conversation.post
for each row when (new.state in ('EMPTIED', 'ERASED')) execute function conversation.forget_poll();
