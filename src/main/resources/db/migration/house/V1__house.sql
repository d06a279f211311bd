-- The house itself: one row that says what it is, the operator's choices, and what was installed when.
create table house.house (
    one_row boolean primary key default true check (one_row),
    is_demo boolean not null,
    name text,
    address text,
    created_at timestamptz not null default now()
);

create function house.keep_mark() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or new.is_demo is distinct from old.is_demo then
        raise exception 'a demo house stays a demo house, and a real one stays real';
    end if;
    return new;
end $$;

create trigger keep_mark before update or delete on house.house for each row execute function house.keep_mark();
create trigger keep_house before truncate on house.house for each statement execute function house.keep_mark();

create table house.setting (
    key text primary key,
    value text not null,
    changed_at timestamptz not null default now()
);

-- What the last start brought up to date, so that the next one need not look; a mark of the key, which is not
-- here, and the role that the tables were opened to.
create table house.installed (
    one_row boolean primary key default true check (one_row),
    checksum text not null,
    key_mark text not null,
    app_role text not null,
    installed_at timestamptz not null default now()
);

-- Events that wait for their listeners (Spring Modulith 2.1, second layout).
create table house.event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event on house.event_publication using hash (serialized_event);
create index event_publication_completion_date on house.event_publication (completion_date);

revoke all on house.house, house.installed from ${app};
grant select, update (name, address) on house.house to ${app};
grant select on house.installed to ${app};
