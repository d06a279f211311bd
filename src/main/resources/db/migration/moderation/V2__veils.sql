-- The name and face under which its writer spoke, where they spoke anonymously: hosts see these, and decide without learning who it is.
alter table moderation.case
    add veil text not null default '',
    add veil_face text not null default '';
-- A pause from speaking anonymously; under their own name they may go on. It changes nothing that others could see.
alter table moderation.pause add veiled boolean not null default false;

-- Who may not speak anonymously in a community for now. Published: other modules may read it.
create view moderation.unveiled as
select community_id, member_id, until from moderation.pause where veiled and lifted_at is null;
