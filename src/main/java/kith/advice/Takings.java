package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.identity.Ids;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Copies of pieces in drafts: what was taken for which question, and that nothing of it goes out unread. */
@Component
class Takings {
    private final JdbcClient sql;
    private final Pieces pieces;
    private final Clock clock;

    Takings(JdbcClient sql, Pieces pieces, Clock clock) {
        this.sql = sql;
        this.pieces = pieces;
        this.clock = clock;
    }

    /** What is offered to whoever answers this question. */
    Piece.Shelf shelf(Question question, String sought) {
        return new Piece.Shelf(
                sought,
                pieces.found(question.place(), question.section().slug(), sought),
                !taken(question).isEmpty());
    }

    /** What was typed, with a copy of the piece below it; as it is, where it may not be taken any more. */
    @Transactional
    Map<String, String> take(Question question, Piece piece, Map<String, String> typed) {
        sql.sql("""
                        insert into advice.taking (id, piece_id, question_id, member_id, words, at) values (:id, :piece, :question, :self, :words, :now)""")
                .param("id", Ids.next())
                .param("piece", piece.id())
                .param("question", question.id().value())
                .param("self", question.place().self().value())
                .param("words", piece.body())
                .param("now", clock.instant().atOffset(UTC))
                .update();
        var fields = new HashMap<>(typed);
        var before = Typed.text(typed.get("body")).stripTrailing();
        fields.put("body", before.isEmpty() ? piece.body() : before + "\n\n" + piece.body());
        piece.sources().forEach(source -> source(fields, source));
        var until = AnswerForm.of(typed).validUntil();
        fields.put(
                "until", (until == null || until.isAfter(piece.validUntil()) ? piece.validUntil() : until).toString());
        return fields;
    }

    boolean usable(Question question, Piece piece) {
        return piece.usable(LocalDate.now(clock))
                && piece.place()
                        .community()
                        .id()
                        .equals(question.place().community().id());
    }

    /** Into the first free line; one that finds none stands below the words, so that no source is lost. */
    private static void source(Map<String, String> fields, Entry.Source source) {
        var kept = AnswerForm.of(fields).sources();
        for (var n = 0; n < kept.size(); n++) {
            if (kept.get(n).title().equals(source.title())
                    && kept.get(n).address().equals(source.address())) {
                return;
            }
            if (kept.get(n).empty()) {
                fields.put("source-" + n, source.title());
                fields.put("address-" + n, source.address());
                fields.put(
                        "year-" + n, source.year() == null ? "" : source.year().toString());
                return;
            }
        }
        fields.merge(
                "body",
                "\n\n" + source.title() + (source.address().isEmpty() ? "" : " <" + source.address() + ">"),
                String::concat);
    }

    /** Words of a piece that stand in an answer as they were taken go out only when their sender says that they read them. */
    Refusals unread(Question question, AnswerForm form, boolean read) {
        var body = plain(form.body());
        return !read && taken(question).stream().anyMatch(words -> body.contains(plain(words)))
                ? Refusals.of(Refusal.in("read", "advice.piece.refused.unread"))
                : Refusals.NONE;
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private List<String> taken(Question question) {
        return sql.sql(
                        "select words from advice.taking where question_id = :question and member_id = :self and sent_at is null")
                .param("question", question.id().value())
                .param("self", question.place().self().value())
                .query((row, n) -> row.getString("words"))
                .list();
    }

    /** An answer went out, or to its second reader. */
    void sent(Question question) {
        sql.sql(
                        "update advice.taking set sent_at = :now where question_id = :question and member_id = :self and sent_at is null")
                .param("now", clock.instant().atOffset(UTC))
                .param("question", question.id().value())
                .param("self", question.place().self().value())
                .update();
    }

    UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException no) {
            throw new kith.page.NotHere();
        }
    }
}
