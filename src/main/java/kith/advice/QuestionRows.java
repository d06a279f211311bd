package kith.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.community.Place;
import kith.duty.Duty;
import kith.identity.Card;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions as rows; who asked one anonymously is read for themselves alone. */
@Component
class QuestionRows {
    static final String SELECT = """
            select q.*, s.slug as section, s.name as section_name, q.asker = cast(:self as uuid) as mine, c.id as who, c.name, c.face, c.picture_id
            from advice.question q join community.section_name s on s.id = q.section_id
            left join identity.card c on c.id = q.asker and (not q.anonymous or q.asker = cast(:self as uuid))
            """;

    private final JdbcClient sql;

    QuestionRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Question> one(Place place, QuestionId id) {
        return sql.sql(SELECT + "where q.id = :id and q.community_id = :community")
                .param("id", id.value())
                .param("community", place.community().id().value())
                .param("self", Questions.self(place), Types.OTHER)
                .query((row, n) -> read(place, row))
                .optional();
    }

    /** Whether somebody is the one to whom it was given last, or wrote or read an answer of it. */
    boolean answers(QuestionId id, MemberId who) {
        return sql.sql("""
                        select exists (select from (select * from advice.routing r where r.question_id = :id order by r.at desc limit 1) last
                                where last.practitioner = :who and last.passed_at is null)
                            or exists (select from advice.entry e where e.question_id = :id and e.kind = 'ANSWER' and :who in (e.author, e.second_reader))""")
                .param("id", id.value())
                .param("who", who.value())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Its answers that wait for a second reader. */
    List<UUID> reading(QuestionId id) {
        return sql.sql("select id from advice.entry where question_id = :id and state = 'READING'")
                .param("id", id.value())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    Optional<MemberId> lastAuthor(QuestionId id) {
        return sql.sql("""
                        select author from advice.entry where question_id = :id and kind = 'ANSWER' and state = 'OUT' and author is not null
                        order by made_at desc limit 1""")
                .param("id", id.value())
                .query((row, n) -> new MemberId(row.getObject("author", UUID.class)))
                .optional();
    }

    Question read(Place place, ResultSet row) throws SQLException {
        return new Question(
                new QuestionId(row.getObject("id", UUID.class)),
                place,
                new Question.Section(row.getString("section"), row.getString("section_name")),
                card(row, "who"),
                row.getBoolean("mine"),
                row.getBoolean("anonymous"),
                row.getBoolean("closed"),
                row.getString("title"),
                row.getString("body"),
                row.getString("html"),
                row.getString("language"),
                row.getString("source"),
                instant(row, "asked_at"),
                instant(row, "waits_since"),
                instant(row, "due_at"),
                Question.State.valueOf(row.getString("state")),
                maybe(row, "answered_at"),
                maybe(row, "ends_at"),
                row.getBoolean("helped"),
                null);
    }

    Question with(Question q, @Nullable Duty owed) {
        return new Question(
                q.id(),
                q.place(),
                q.section(),
                q.asker(),
                q.mine(),
                q.anonymous(),
                q.closed(),
                q.title(),
                q.body(),
                q.html(),
                q.language(),
                q.source(),
                q.askedAt(),
                q.waitsSince(),
                q.dueAt(),
                q.state(),
                q.answeredAt(),
                q.endsAt(),
                q.helped(),
                owed);
    }

    static Card card(ResultSet row, String id) throws SQLException {
        return Card.of(
                row.getObject(id, UUID.class),
                row.getString("name"),
                row.getString("face"),
                row.getObject("picture_id", UUID.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
