create table duty.duty (
    id uuid primary key,
    community_id uuid not null,
    kind text not null,
    cause text not null,
    risk text not null check (risk in ('CRISIS', 'RED', 'AMBER', 'ROUTINE', 'KIND')),
    rank smallint not null generated always as (
        case risk when 'CRISIS' then 0 when 'RED' then 1 when 'AMBER' then 2 when 'ROUTINE' then 3 else 4 end) stored,
    owed_to uuid,
    barred uuid,
    about text not null,
    opened_at timestamptz not null,
    due_at timestamptz not null,
    late_at timestamptz,
    holder uuid,
    claim_until timestamptz,
    outcome text check (outcome in ('MET', 'MISSED', 'WITHDRAWN')),
    ended_at timestamptz,
    ended_by uuid,
    act text,
    check ((holder is null) = (claim_until is null)),
    check ((outcome is null) = (ended_at is null) and (outcome is null) = (act is null))
);

-- One cause has at most one open duty, however many events arrive on however many nodes.
create unique index duty_cause on duty.duty (cause) where outcome is null;
create index duty_ended on duty.duty (cause, ended_at) where outcome is not null;
create index duty_round on duty.duty (community_id, rank, due_at, id) where outcome is null;
create index duty_late on duty.duty (due_at) where outcome is null and late_at is null;
create index duty_owed on duty.duty (owed_to) where owed_to is not null;
create index duty_barred on duty.duty (barred) where barred is not null;
create index duty_holder on duty.duty (holder) where holder is not null;
create index duty_ended_by on duty.duty (ended_by) where ended_by is not null;

-- What was promised and how it was kept, without persons. Published: other modules may read it.
create view duty.history as
select id, community_id, kind, risk, opened_at, due_at, late_at, outcome, ended_at from duty.duty;
