-- A duty has somebody who is next, a note from whom handed it over, perhaps a whole of which it is a part, and stages at which somebody is told before it is late.
alter table duty.duty
    add column next uuid,
    add column note text not null default '',
    add column note_by uuid,
    add column routed boolean not null default false,
    add column part_of uuid references duty.duty (id),
    add column told smallint not null default 0,
    add column stage_at timestamptz;

update duty.duty set stage_at = opened_at + (due_at - opened_at) / 2 where outcome is null;

create index duty_stage on duty.duty (stage_at) where stage_at is not null;
create index duty_next on duty.duty (next) where next is not null;
create index duty_note on duty.duty (note_by) where note_by is not null;
create index duty_part on duty.duty (part_of) where part_of is not null;
-- A promise's past, read without touching the table.
create index duty_kept on duty.duty (community_id, ended_at) include (kind, risk, outcome, opened_at) where outcome in ('MET', 'MISSED');
-- Whose hands are how full.
create index duty_held on duty.duty (community_id, holder) where outcome is null and holder is not null;

-- Who was told of a duty at which stage: each once, however many nodes tell.
create table duty.telling (
    id uuid primary key,
    duty_id uuid not null references duty.duty (id) on delete cascade,
    stage text not null check (stage in ('HOLDER', 'NEXT', 'MANAGERS', 'OPERATOR', 'HANDED')),
    account_id uuid not null,
    at timestamptz not null
);
create unique index telling_once on duty.telling (duty_id, stage, account_id) where stage <> 'HANDED';
create index telling_of on duty.telling (account_id);
create index telling_duty on duty.telling (duty_id);
