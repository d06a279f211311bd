-- What arrived from elsewhere, so that nothing arrives twice: a mark of its key and of its content, and what it became here.
-- Members who erase their account leave the mark behind with an empty id, so that no later import brings them back.
create table setup.arrival (
    community_id uuid not null,
    key bytea not null,
    content bytea not null,
    id uuid,
    primary key (community_id, key)
);
create index arrival_of on setup.arrival (id);
