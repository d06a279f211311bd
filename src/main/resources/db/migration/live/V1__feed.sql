-- What changed in the last hour: ids alone, no words and nobody's name.
-- A row is written in the transaction of the act, without a number. After the commit one courier at a time, under a lock, gives out the numbers, so that
-- whoever has read up to one number never misses a row: an id given at the act could be committed after higher ones were read.
create table live.change (
    id bigint generated always as identity primary key,
    noun text not null,
    key uuid not null,
    kind text not null check (kind ~ '^[a-z]+([.][a-z]+)?$'),
    about uuid not null,
    at timestamptz not null default now(),
    number bigint unique
);
create index change_unnumbered on live.change (id) where number is null;
create sequence live.number;
