-- Until when the topic says that a host reads along; not who.
alter table conversation.topic add company_until timestamptz;
