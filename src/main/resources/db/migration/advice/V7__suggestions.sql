-- A manager thinks that a conversation is a question for practitioners; whether it becomes one, its writer says, and nobody is told why not.
create table advice.suggestion (
    topic_id uuid primary key,
    community_id uuid not null,
    writer uuid not null,
    suggested_by uuid,
    suggested_at timestamptz not null,
    declined_at timestamptz
);
create index suggestion_writer on advice.suggestion (writer);
create index suggestion_by on advice.suggestion (suggested_by);
