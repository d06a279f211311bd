-- What everybody who may read a community may find in it: posts whose words stand and that nobody took out of sight. A title is its opening's, and goes with it.
-- Without its writer. Published: other modules may read it.
create view conversation.findable as
select p.id, p.topic_id, p.community_id, p.opens, case when p.opens then t.title else '' end as title, p.body, p.posted_at,
       (select count(*)::int from conversation.thanks k where k.post_id = p.id and k.kind = 'HELPED_ME') as helped
from conversation.post p join conversation.topic t on t.id = p.topic_id
where p.state = 'STANDING' and p.hidden_at is null;

-- What a topic is filtered by. Published: other modules may read it.
create view conversation.findable_topic as
select id, section_id, answered_at from conversation.topic;

-- Whose words a post holds, for erasing what was made of them and for nothing else. Published: other modules may read it.
create view conversation.written as
select id, author_id from conversation.post where author_id is not null;
