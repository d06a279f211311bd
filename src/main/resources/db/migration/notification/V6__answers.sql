-- Answers by mail that were taken, so that a mail that comes twice is taken once. A hash: neither the mail nor who wrote it can be read from it.
create table notification.heard (
    mark bytea primary key,
    at timestamptz not null default now()
);
create index heard_at on notification.heard (at);
