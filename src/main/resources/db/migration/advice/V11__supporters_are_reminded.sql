-- Whoever would like to hear an answer is reminded of its hour until they say otherwise.
insert into advice.reminder (hour_id, member_id, at)
select g.hour_id, s.member_id, min(s.at) from advice.support s join advice.gathered g on g.question_id = s.question_id group by 1, 2
on conflict do nothing;
