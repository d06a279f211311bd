-- Whoever types an @ or a name is answered from the first letters on, in a house of any size. Ordered as the letters are coded, so that a beginning is a stretch.
create index account_by_name on identity.account (lower(name) text_pattern_ops) where status <> 'ERASED';
