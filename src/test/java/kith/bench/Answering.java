package kith.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Answered questions to practitioners: very many in one community, few in another, each with what the house keeps to find it again. */
final class Answering {
    /** As many as there are real ones to try it with. */
    static final int FEW = 46;

    private static final int MANY = 10_000;
    private static final int MANY_IN_A_TINY_HOUSE = 200;
    private static final int A_DAY = 86_400;

    /** What {@code kith.advice.Known} does for one question, for all of a community at once. */
    private static final String POSTINGS = """
            insert into advice.posting (community_id, form, question_id, weight)
            with said as (
                select q.id, q.title, q.body, e.body as answer, ('search.' || search.language(coalesce(nullif(q.language, ''), g.language)))::regconfig as config
                from advice.question q join community.tongue g on g.id = q.community_id join advice.entry e on e.question_id = q.id
                where q.community_id = :place and q.source = 'bench'),
            forms as (
                select s.id, v.lexeme as form, 3.0 * cardinality(v.positions) as n from said s, unnest(to_tsvector(s.config, s.title)) v
                union all
                select s.id, v.lexeme, 1.5 * cardinality(v.positions) from said s, unnest(to_tsvector(s.config, s.body)) v
                union all
                select s.id, v.lexeme, 0.4 * cardinality(v.positions) from said s, unnest(to_tsvector(s.config, left(s.answer, 40000))) v)
            select :place, form, id, (sum(n) * 2.2 / (sum(n) + 1.2))::real from forms where length(form) between 2 and 60 group by form, id""";

    private static final String FORMS = """
            insert into advice.form (community_id, form, questions)
            select community_id, form, count(*) from advice.posting where community_id = :place group by 1, 2
            on conflict (community_id, form) do update set questions = excluded.questions""";

    private final Connection house;
    private final Prose prose;
    private final Instant now;
    private final Function<Instant, UUID> ids;
    private final Random random = new Random(46);

    Answering(Connection house, Prose prose, Instant now, Function<Instant, UUID> ids) {
        this.house = house;
        this.prose = prose;
        this.now = now;
        this.ids = ids;
    }

    /** The first of these places gets many, the second few. */
    void run(Size size, List<UUID> places) throws SQLException, IOException {
        fill(places.getFirst(), size.equals(Size.TINY) ? MANY_IN_A_TINY_HOUSE : MANY);
        fill(places.get(1), FEW);
    }

    private void fill(UUID place, int questions) throws SQLException, IOException {
        answer(ask(place, section(place), questions));
        try (var sql = house.createStatement()) {
            sql.execute(POSTINGS.replace(":place", "'" + place + "'::uuid"));
            sql.execute(FORMS.replace(":place", "'" + place + "'::uuid"));
        }
    }

    private UUID section(UUID place) throws SQLException {
        try (var sql = house.createStatement();
                var rows = sql.executeQuery(
                        "select id from community.section where community_id = '%s' limit 1".formatted(place))) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    private List<UUID> ask(UUID place, UUID section, int questions) throws SQLException, IOException {
        var asked = new ArrayList<UUID>();
        try (var rows = new Copying(
                house,
                "advice.question (id, community_id, section_id, anonymous, closed, title, body, html, language, source, asked_at, waits_since, due_at, look_at, state, answered_at)")) {
            for (var n = 0; n < questions; n++) {
                var at = now.minusSeconds(A_DAY * 60L).minusSeconds(random.nextInt(A_DAY * 900));
                var id = ids.apply(at);
                var text = prose.post(random);
                asked.add(id);
                rows.row(
                        id,
                        place,
                        section,
                        true,
                        false,
                        prose.title(random),
                        text.body(),
                        text.html(),
                        "",
                        "bench",
                        at,
                        at,
                        at,
                        at,
                        "ENDED",
                        at);
            }
        }
        return asked;
    }

    private void answer(List<UUID> asked) throws SQLException, IOException {
        try (var rows = new Copying(
                house, "advice.entry (id, question_id, kind, outside, body, html, state, made_at, out_at)")) {
            for (var question : asked) {
                var text = prose.post(random);
                rows.row(ids.apply(now), question, "ANSWER", "Bench", text.body(), text.html(), "OUT", now, now);
            }
        }
    }
}
