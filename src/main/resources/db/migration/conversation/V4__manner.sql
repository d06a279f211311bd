-- In which language a post is written (empty: nobody said), and which post of its topic it answers.
alter table conversation.post
    add language text not null default '' check (char_length(language) <= 20),
    add answers uuid;
create index post_answered on conversation.post (answers) where answers is not null;
