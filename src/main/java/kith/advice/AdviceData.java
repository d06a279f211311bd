package kith.advice;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.duty.Duties;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody asked, answered, read and said here. */
@Component
class AdviceData implements PersonalData {
    private final JdbcClient sql;
    private final Questions questions;
    private final Sharings sharings;
    private final Duties duties;

    AdviceData(JdbcClient sql, Questions questions, Sharings sharings, Duties duties) {
        this.sql = sql;
        this.questions = questions;
        this.sharings = sharings;
        this.duties = duties;
    }

    @Override
    public String module() {
        return "advice";
    }

    @Override
    public Set<String> columns() {
        return PersonalRows.columns(
                "advice",
                "question asker anonymous closed title body language asked_at answered_at helped",
                "entry kind author profession body made_at out_at minutes second_reader valid_until",
                "comment author words at",
                "correction author reason before at",
                "reading reader question_id at",
                "routing practitioner at why passed_at reason",
                "draft member_id key fields saved_at",
                "hour practitioner title starts_at",
                "support member_id question_id at",
                "reminder member_id hour_id at",
                "piece writer profession title body valid_until changed_at reviewer reviewed_at",
                "piece_version writer title body changed_at reviewer reviewed_at",
                "piece_comment author words at",
                "taking member_id at",
                "sharing asker suggested_by consented_at",
                "sharing_part author title body agreed_at",
                "suggestion writer suggested_by topic_id suggested_at declined_at");
    }

    /** What follows from the rest, or is about a question and not about a person. */
    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns(
                "advice",
                "question id community_id section_id html source waits_since due_at look_at state ends_at imported",
                "entry id question_id outside html state version review_of",
                "source entry_id n title address year",
                "comment id entry_id",
                "correction id entry_id",
                "routing question_id n",
                "posting community_id form question_id weight",
                "form community_id form questions",
                "hour id community_id ends_at most called_off_at reminded_at",
                "gathered question_id hour_id",
                "piece id community_id section_id language sources version state review_of",
                "piece_version piece_id version sources",
                "piece_comment id piece_id version",
                "taking id piece_id question_id words sent_at",
                "suggestion community_id",
                "sharing question_id state copy_id",
                "sharing_part question_id n entry_id to_agree");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part("questions", who, """
                        select asked_at, title, body, language, anonymous, closed, answered_at, helped from advice.question
                        where asker = :who and state <> 'WITHDRAWN' order by id"""),
                part("entries", who, """
                        select made_at, kind, profession, body, out_at, minutes, valid_until from advice.entry where author = :who order by id"""),
                part("second", who, """
                        select e.out_at as at, e.question_id from advice.entry e where e.second_reader = :who order by e.id"""),
                part("comments", who, "select at, words from advice.comment where author = :who order by id"),
                part(
                        "corrections",
                        who,
                        "select at, reason, before from advice.correction where author = :who order by id"),
                part(
                        "readings",
                        who,
                        "select at, question_id from advice.reading where reader = :who order by at, question_id"),
                part("routings", who, """
                        select at, why, passed_at, reason from advice.routing where practitioner = :who order by at, question_id"""),
                part(
                        "drafts",
                        who,
                        "select key, fields::text as fields, saved_at from advice.draft where member_id = :who order by key"),
                part("hours", who, """
                        select starts_at as at, title from advice.hour where practitioner = :who order by starts_at"""),
                part("reminders", who, """
                        select r.at, h.title from advice.reminder r join advice.hour h on h.id = r.hour_id where r.member_id = :who order by r.at"""),
                part("supports", who, """
                        select at, question_id from advice.support where member_id = :who order by at, question_id"""),
                part("pieces", who, """
                        select changed_at as at, profession, title, body, valid_until from advice.piece where writer = :who
                        union all select changed_at, '', title, body, null from advice.piece_version where writer = :who order by 1"""),
                part("pieces.read", who, """
                        select reviewed_at as at, title from advice.piece where reviewer = :who
                        union all select reviewed_at, title from advice.piece_version where reviewer = :who order by 1"""),
                part(
                        "pieces.comments",
                        who,
                        "select at, words from advice.piece_comment where author = :who order by id"),
                part("sharings", who, """
                        select s.consented_at as at, p.title, p.body from advice.sharing s join advice.sharing_part p on p.question_id = s.question_id
                        where s.asker = :who order by p.question_id, p.n"""),
                part("sharings.agreed", who, """
                        select p.agreed_at as at, p.body from advice.sharing_part p where p.author = :who and p.agreed_at is not null order by p.agreed_at"""),
                part("sharings.suggested", who, """
                        select question_id from advice.sharing where suggested_by = :who order by question_id"""),
                part("suggestions", who, """
                        select suggested_at as at, topic_id as topic, declined_at from advice.suggestion where writer = :who order by suggested_at"""),
                part("suggested", who, """
                        select suggested_at as at from advice.suggestion where suggested_by = :who order by suggested_at"""),
                part("pieces.taken", who, "select at from advice.taking where member_id = :who order by id"));
    }

    private Part part(String name, MemberId who, String select) {
        return PersonalRows.of(sql, who, "advice.export." + name, select);
    }

    /**
     * A closed question goes with whoever asked it, and one that nobody answered; a public one that was answered stays for those who have the same question, and
     * nobody asked it. What was shared of a private one goes, too, because nobody could take it back any more. Answers stay under their profession, as articles do.
     */
    @Override
    public void erase(MemberId who) {
        sharings.eraseAsHouse(who);
        sql.sql("""
                        select id from advice.question where asker = :who and (closed or not exists (
                            select from advice.entry e where e.question_id = question.id and e.kind = 'ANSWER' and e.state = 'OUT'))""")
                .param("who", who.value())
                .query(UUID.class)
                .list()
                .forEach(id -> questions.withdrawAsHouse(new QuestionId(id)));
        sql.sql("select id from advice.entry where author = :who and state = 'READING'")
                .param("who", who.value())
                .query(UUID.class)
                .list()
                .forEach(entry -> duties.withdraw(ReadingDuty.cause(entry), ""));
        for (var change : List.of(
                "update advice.question set asker = null, anonymous = true where asker = :who",
                "update advice.entry set author = null, body = '', html = '' where author = :who and kind = 'ASKING_ON'",
                "delete from advice.entry where author = :who and state = 'READING'",
                "update advice.entry set author = null where author = :who",
                "update advice.entry set second_reader = null where second_reader = :who",
                "update advice.comment set author = null, words = '' where author = :who",
                "update advice.correction set author = null where author = :who",
                "delete from advice.reading where reader = :who",
                "delete from advice.routing where practitioner = :who",
                "delete from advice.draft where member_id = :who",
                "delete from advice.reminder where member_id = :who",
                "delete from advice.support where member_id = :who",
                "delete from advice.hour where practitioner = :who",
                "update advice.piece set writer = null where writer = :who",
                "update advice.piece set reviewer = null where reviewer = :who",
                "update advice.piece_version set writer = null where writer = :who",
                "update advice.piece_version set reviewer = null where reviewer = :who",
                "update advice.piece_comment set author = null, words = '' where author = :who",
                "delete from advice.suggestion where writer = :who",
                "update advice.suggestion set suggested_by = null where suggested_by = :who",
                "update advice.sharing set suggested_by = null where suggested_by = :who",
                "update advice.sharing_part set author = null where author = :who",
                "update advice.taking set member_id = null where member_id = :who")) {
            sql.sql(change).param("who", who.value()).update();
        }
    }
}
