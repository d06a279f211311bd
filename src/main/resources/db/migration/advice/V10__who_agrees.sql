-- Whoever answered agrees to what stands around their words, too.
alter table advice.sharing_part rename column changed to to_agree;
