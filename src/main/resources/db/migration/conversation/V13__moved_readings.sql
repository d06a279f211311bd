-- What the readers of one topic had read goes with its posts when a host moves them.
create index reading_in on conversation.reading (topic_id);
