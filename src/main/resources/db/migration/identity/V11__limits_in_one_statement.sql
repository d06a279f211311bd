-- A limit is one time: until when all of it will be there again. What was counted before is let go; a window of a limit is a day at most.
drop table identity.bucket;
create table identity.bucket (
    id text primary key,
    full_at timestamptz not null
) with (fillfactor = 60);
