-- Which languages a member reads, in all of their communities; no row or none of them: all.
create table conversation.tongue (
    member_id uuid primary key,
    languages text[] not null
);

-- A topic speaks the language of its opening (empty: its community's), so that a list need not look at posts.
alter table conversation.topic add language text not null default '';
update conversation.topic t set language = p.language from conversation.post p where p.topic_id = t.id and p.opens and p.language <> '';
create function conversation.speak_topic() returns trigger language plpgsql set search_path = '' as $$
begin
    update conversation.topic set language = new.language where id = new.topic_id and language <> new.language;
    return null;
end $$;
create trigger speak_topic after insert on conversation.post
for each row when (new.opens and new.language <> '') execute function conversation.speak_topic();
create trigger speak_topic_again after update of language, opens, topic_id on conversation.post
for each row when (new.opens) execute function conversation.speak_topic();

-- A search may leave out what its reader cannot read.
create or replace view conversation.findable as
select p.id, p.topic_id, p.community_id, p.opens, case when p.opens then t.title else '' end as title, p.body, p.posted_at,
       (select count(*)::int from conversation.thanks k where k.post_id = p.id and k.kind = 'HELPED_ME') as helped, p.language
from conversation.post p join conversation.topic t on t.id = p.topic_id
where p.state = 'STANDING' and p.hidden_at is null;
