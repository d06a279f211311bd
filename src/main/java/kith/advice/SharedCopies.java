package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kith.duty.Duties;
import kith.page.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What everybody reads of private questions: it keeps of where it comes from neither the id nor the hour, and of who asked nothing. */
@Component
class SharedCopies {
    private final JdbcClient sql;
    private final Duties duties;
    private final Questions questions;
    private final Known known;
    private final Clock clock;

    SharedCopies(JdbcClient sql, Duties duties, Questions questions, Known known, Clock clock) {
        this.sql = sql;
        this.duties = duties;
        this.questions = questions;
        this.known = known;
        this.clock = clock;
    }

    /** Of a private question's agreed words; found from now on by whoever asks the same. */
    UUID make(UUID id) {
        var copy = UUID.randomUUID();
        question(id, copy);
        sql.sql("select n from advice.sharing_part where question_id = :id and n > 0 order by n")
                .param("id", id)
                .query(Integer.class)
                .list()
                .forEach(n -> entry(id, copy, n));
        known.learn(copy);
        return copy;
    }

    private void question(UUID id, UUID copy) {
        var day = clock.instant().truncatedTo(ChronoUnit.DAYS).atOffset(UTC);
        sql.sql("""
                        insert into advice.question (id, community_id, section_id, anonymous, closed, title, body, html, language, asked_at, waits_since, due_at, look_at,
                            state, answered_at, ends_at)
                        select :copy, q.community_id, q.section_id, true, false, p.title, p.body, :html, q.language, :day, :day, :day, :day, 'ENDED', :day, :day
                        from advice.question q join advice.sharing_part p on p.question_id = q.id and p.n = 0 where q.id = :id""")
                .param("copy", copy)
                .param("html", html(id, 0))
                .param("day", day)
                .param("id", id)
                .update();
    }

    private void entry(UUID id, UUID copy, int n) {
        var entry = UUID.randomUUID();
        sql.sql("""
                        insert into advice.entry (id, question_id, kind, author, outside, profession, body, html, state, made_at, out_at, valid_until, second_reader)
                        select :entry, :copy, e.kind, case e.kind when 'ANSWER' then e.author end, e.outside, e.profession, p.body, :html, 'OUT', :at, :at, e.valid_until,
                            case when not p.to_agree then e.second_reader end
                        from advice.sharing_part p join advice.entry e on e.id = p.entry_id where p.question_id = :id and p.n = :n""")
                .param("entry", entry)
                .param("copy", copy)
                .param("html", html(id, n))
                .param(
                        "at",
                        clock.instant()
                                .truncatedTo(ChronoUnit.DAYS)
                                .plusSeconds(n)
                                .atOffset(UTC))
                .param("id", id)
                .param("n", n)
                .update();
        sql.sql("""
                        insert into advice.source (entry_id, n, title, address, year) select :entry, s.n, s.title, s.address, s.year
                        from advice.source s join advice.sharing_part p on p.entry_id = s.entry_id where p.question_id = :id and p.n = :n""").param("entry", entry).param("id", id).param("n", n).update();
    }

    private String html(UUID id, int n) {
        return Markdown.render(sql.sql("select body from advice.sharing_part where question_id = :id and n = :n")
                        .param("id", id)
                        .param("n", n)
                        .query(String.class)
                        .single())
                .html();
    }

    /** Gone at once for everybody, and from what was answered before. */
    void remove(UUID copy) {
        sql.sql("select id from advice.entry where question_id = :id")
                .param("id", copy)
                .query(UUID.class)
                .list()
                .forEach(entry -> duties.withdraw(ReviewDuty.cause(entry), "withdrawn"));
        known.forget(copy);
        questions.withdrawAsHouse(new QuestionId(copy));
    }
}
