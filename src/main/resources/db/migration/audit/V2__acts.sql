-- What was done to an account is found for its owner's export.
create index entry_on on audit.entry (subject);
create index entry_with on audit.entry (split_part(detail, ' ', 2)) where detail like 'account %';
