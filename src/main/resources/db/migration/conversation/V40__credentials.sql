-- Under which credential it was written, for words that a practitioner wrote as one; null for words of their own.
alter table conversation.post add credential_id uuid;
alter table conversation.topic add credential_id uuid;
update conversation.post p set credential_id = m.id from practitioner.mark m
where m.member_id = p.author_id and m.community_id = p.community_id and not p.anonymous;
update conversation.topic t set credential_id = m.id from practitioner.mark m
where m.member_id = t.author_id and m.community_id = t.community_id and not t.anonymous;
create index post_credential on conversation.post (topic_id, author_id, posted_at) where credential_id is not null;
