-- For which day somebody was asked whether an answer or a piece is still right: each is asked about once, whoever wrote it.
alter table advice.entry add column review_of date;
alter table advice.piece add column review_of date;
drop index advice.entry_due;
create index entry_due on advice.entry (valid_until) where kind = 'ANSWER' and state = 'OUT' and review_of is distinct from valid_until;
drop index advice.piece_due;
create index piece_due on advice.piece (valid_until) where state = 'OUT' and review_of is distinct from valid_until;
