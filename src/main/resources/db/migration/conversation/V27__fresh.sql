-- What is new to a reader is counted for every row of a list; all that the count asks stands in this index.
create index post_fresh on conversation.post (topic_id, posted_at, id) include (author_id) where state = 'STANDING' and hidden_at is null;
