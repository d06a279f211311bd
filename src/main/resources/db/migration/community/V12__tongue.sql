-- Which language a community speaks. Published: other modules may read it.
create view community.tongue as
select id, language from community.community;
