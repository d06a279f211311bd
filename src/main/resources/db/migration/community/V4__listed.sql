-- Who may be found by name is published, too: whoever shows a name asks it before it leads anywhere.
create or replace view community.belonging as
select community_id, account_id, role, standing, profession, joined_at, listed from community.membership where left_at is null;
