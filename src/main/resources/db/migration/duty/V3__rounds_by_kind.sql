-- A round reads the first of each of its kinds: what waits for others costs nobody anything.
create index duty_round_of_kind on duty.duty (community_id, kind, rank, due_at, id) where outcome is null;
drop index duty.duty_round;
