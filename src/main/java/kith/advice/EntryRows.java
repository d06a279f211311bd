package kith.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.identity.Card;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is said below questions as rows, as whoever looks may read it. */
@Component
class EntryRows {
    private final JdbcClient sql;

    EntryRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** All that is said below a question, as its viewer may read it: an answer that is being read only for practitioners who may read the question. */
    List<Entry> of(Question question) {
        var place = question.place();
        var self = Questions.self(place);
        var kept = details(question.id().value());
        return sql.sql("""
                        select e.*, c.id as who, c.name, c.face, c.picture_id, r.id as r_id, r.name as r_name, r.face as r_face, r.picture_id as r_picture
                        from advice.entry e left join identity.card c on c.id = e.author and (e.kind = 'ANSWER' or not :veiled)
                        left join identity.card r on r.id = e.second_reader
                        where e.question_id = :id and (e.state = 'OUT' or :advises) order by e.made_at, e.id""")
                .param("veiled", question.veiled())
                .param("id", question.id().value())
                .param("advises", Question.advises(place) && !question.mine())
                .query((row, n) -> entry(row, self, kept))
                .list();
    }

    /** What hangs on the entries of one question. */
    private record Details(
            Map<UUID, List<Entry.Source>> sources,
            Map<UUID, List<Entry.Comment>> comments,
            Map<UUID, List<Entry.Correction>> corrections) {}

    private Details details(UUID question) {
        var found = new Details(new HashMap<>(), new HashMap<>(), new HashMap<>());
        sql.sql("""
                        with hung as (
                            select 'S' as what, s.entry_id, s.n, s.title as a, s.address as b, s.year, null::uuid as who, null::timestamptz as at
                            from advice.source s join advice.entry e on e.id = s.entry_id where e.question_id = :id
                            union all select 'C', k.entry_id, 0, k.words, '', null, k.author, k.at
                            from advice.comment k join advice.entry e on e.id = k.entry_id where e.question_id = :id
                            union all select 'R', k.entry_id, 0, k.reason, k.before, null, k.author, k.at
                            from advice.correction k join advice.entry e on e.id = k.entry_id where e.question_id = :id)
                        select h.*, c.name, c.face, c.picture_id from hung h left join identity.card c on c.id = h.who order by h.at nulls first, h.n""").param("id", question).query(row -> {
            var entry = row.getObject("entry_id", UUID.class);
            var words = row.getString("a");
            switch (row.getString("what")) {
                case "S" ->
                    found.sources()
                            .computeIfAbsent(entry, none -> new ArrayList<>())
                            .add(new Entry.Source(words, row.getString("b"), row.getObject("year", Integer.class)));
                case "C" ->
                    found.comments()
                            .computeIfAbsent(entry, none -> new ArrayList<>())
                            .add(new Entry.Comment(
                                    QuestionRows.card(row, "who"), words, QuestionRows.instant(row, "at")));
                default ->
                    found.corrections()
                            .computeIfAbsent(entry, none -> new ArrayList<>())
                            .add(new Entry.Correction(
                                    QuestionRows.card(row, "who"),
                                    words,
                                    row.getString("b"),
                                    QuestionRows.instant(row, "at")));
            }
        });
        return found;
    }

    private static Entry entry(ResultSet row, @Nullable UUID self, Details kept) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var author = row.getObject("author", UUID.class);
        var out = row.getString("state").equals("OUT");
        return new Entry(
                id,
                Entry.Kind.valueOf(row.getString("kind")),
                QuestionRows.card(row, "who"),
                author != null && author.equals(self),
                row.getString("outside"),
                row.getString("profession"),
                row.getString("body"),
                row.getString("html"),
                out,
                row.getInt("version"),
                Optional.ofNullable(QuestionRows.maybe(row, "out_at")).orElse(QuestionRows.instant(row, "made_at")),
                row.getObject("minutes", Integer.class),
                row.getObject("valid_until", LocalDate.class),
                Card.of(
                        row.getObject("r_id", UUID.class),
                        row.getString("r_name"),
                        row.getString("r_face"),
                        row.getObject("r_picture", UUID.class)),
                true,
                kept.sources().getOrDefault(id, List.of()),
                out ? List.of() : kept.comments().getOrDefault(id, List.of()),
                kept.corrections().getOrDefault(id, List.of()));
    }
}
