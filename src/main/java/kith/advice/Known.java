package kith.advice;

import java.util.List;
import java.util.UUID;
import kith.community.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was answered before. Each public answered question lies under the forms of its words, those of the title the heaviest; a new one is looked for under its
 * rarest forms, and each counts by how rare it is (BM25; Robertson and Zaragoza 2009). So no list that is read grows with how often a word is said.
 */
@Component
class Known {
    /** So many of the rarest forms are looked up, of those that stand in fewer than one in four questions. */
    private static final int FORMS = 14;

    /** So many questions are read for each form: those in which it weighs most, and of equals the newest. */
    private static final int READ = 400;

    private static final String WEIGHTS = """
            with said as (
                select q.id, q.community_id, q.title, q.body, 'search.' || search.language(coalesce(nullif(q.language, ''), g.language)) as config,
                       coalesce((select string_agg(e.body, ' ' order by e.made_at) from advice.entry e
                                 where e.question_id = q.id and e.kind = 'ANSWER' and e.state = 'OUT'), '') as answers
                from advice.question q join community.tongue g on g.id = q.community_id
                where q.id = :id and not q.closed and q.state in ('ANSWERED', 'ENDED')),
            forms as (
                select s.id, s.community_id, v.lexeme as form, 3.0 * cardinality(v.positions) as n from said s, unnest(to_tsvector(s.config::regconfig, s.title)) v
                union all
                select s.id, s.community_id, v.lexeme, 1.5 * cardinality(v.positions) from said s, unnest(to_tsvector(s.config::regconfig, s.body)) v
                union all
                select s.id, s.community_id, v.lexeme, 0.4 * cardinality(v.positions) from said s, unnest(to_tsvector(s.config::regconfig, left(s.answers, 40000))) v)
            """;

    private final JdbcClient sql;

    Known(JdbcClient sql) {
        this.sql = sql;
    }

    /** A question that was answered before, as it is offered. */
    public record Before(QuestionId id, String title, int answers) {
        public String path() {
            return "/question/" + id;
        }
    }

    /** Reads a question again as it stands now; one that is not public or not answered is in no list. */
    void learn(UUID question) {
        // Two corrections at once would leave it twice.
        sql.sql("select from advice.question where id = :id for update")
                .param("id", question)
                .query()
                .listOfRows();
        alone(question);
        forget(question);
        sql.sql(WEIGHTS + """
                        , written as (
                            insert into advice.posting (community_id, form, question_id, weight)
                            select community_id, form, id, (sum(n) * 2.2 / (sum(n) + 1.2))::real from forms where length(form) between 2 and 60 group by 1, 2, 3
                            order by 1, 2 returning community_id, form)
                        insert into advice.form (community_id, form, questions) select community_id, form, 1 from written order by 1, 2
                        on conflict (community_id, form) do update set questions = advice.form.questions + 1""").param("id", question).update();
    }

    /** One at a time in a community: two that count the same forms in another order would wait for each other for ever. */
    private void alone(UUID question) {
        sql.sql("""
                        select pg_advisory_xact_lock(hashtextextended('kith.advice.known' || community_id, 0)) from advice.question where id = :id""").param("id", question).query((row, n) -> n).list();
    }

    void forget(UUID question) {
        sql.sql("""
                        with gone as (delete from advice.posting where question_id = :id returning community_id, form)
                        update advice.form f set questions = f.questions - 1 from gone g where g.community_id = f.community_id and g.form = f.form""").param("id", question).update();
    }

    /** Those most like what somebody types, the likest first. */
    List<Before> like(Place place, String typed, int most) {
        return sql.sql("""
                        with asked as (
                            select distinct v.lexeme as form from community.tongue g,
                                unnest(to_tsvector(('search.' || search.language(g.language))::regconfig, left(:typed, 4000))) v where g.id = :community),
                        size as (select greatest(1, max(questions)) as n from advice.form where community_id = :community),
                        telling as (
                            select f.form, ln(1 + (s.n + 1.0) / (f.questions + 0.5)) as idf from asked a cross join size s
                            join advice.form f on f.community_id = :community and f.form = a.form
                            where f.questions > 0 and (f.questions <= 20 or f.questions * 4 <= s.n) order by f.questions limit :forms),
                        found as (
                            select p.question_id, sum(p.weight * t.idf) as score from telling t cross join lateral (
                                select question_id, weight from advice.posting where community_id = :community and form = t.form
                                order by weight desc, question_id desc limit :read) p group by 1 order by 2 desc, 1 limit :most)
                        select q.id, q.title, (select count(*)::int from advice.entry e where e.question_id = q.id and e.kind = 'ANSWER' and e.state = 'OUT') as answers
                        from found f join advice.question q on q.id = f.question_id where not q.closed and q.state in ('ANSWERED', 'ENDED')
                        order by f.score desc, q.id""")
                .param("typed", typed)
                .param("community", place.community().id().value())
                .param("forms", FORMS)
                .param("read", READ)
                .param("most", most)
                .query((row, n) -> new Before(
                        new QuestionId(row.getObject("id", UUID.class)), row.getString("title"), row.getInt("answers")))
                .list();
    }
}
