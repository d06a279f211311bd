-- What everybody who may read a community may find in its library. Published: other modules may read it.
create view library.findable as
select id, community_id, title, focus, body, written_at from library.article;
