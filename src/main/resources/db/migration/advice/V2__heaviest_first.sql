-- Where a form stands most heavily lies together, so that the best of many questions are read from few pages; and how many questions there are is one look.
alter table advice.posting drop constraint posting_pkey, add primary key (community_id, form, weight, question_id);
create index form_most on advice.form (community_id, questions);
