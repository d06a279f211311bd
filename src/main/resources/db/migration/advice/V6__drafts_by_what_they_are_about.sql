-- Whether somebody is writing an answer is asked each minute.
create index draft_about on advice.draft (key);
