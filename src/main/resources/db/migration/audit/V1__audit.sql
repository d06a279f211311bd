-- What was done and read, in a chain: each row carries an HMAC over itself and the row before it. seq has no gaps, so that a missing row shows.
create table audit.entry (
    seq bigint primary key,
    at timestamptz not null,
    actor uuid,
    verb text not null,
    subject text not null,
    detail text not null,
    chain bytea not null
);
create index entry_of_actor on audit.entry (actor, seq);

create function audit.keep() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is only ever added to';
end $$;
create trigger keep before update or delete on audit.entry for each row execute function audit.keep();
create trigger keep_whole before truncate on audit.entry for each statement execute function audit.keep();

revoke update, delete, truncate on audit.entry from ${app};
