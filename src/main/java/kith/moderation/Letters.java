package kith.moderation;

import static kith.moderation.Rows.at;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.community.Place;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.notification.Mail;
import kith.notification.Mails;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What decisions say to people: one letter each to the reporters and to the writer. */
@Component
class Letters {
    private static final int MOST = 20;

    /** A letter as its receiver reads it: what was decided about which of their things, in which words. */
    public record Letter(
            Decision.Kind kind,
            boolean veiled,
            String title,
            String words,
            Instant at,
            @Nullable Instant until) {
        /** The key of the sentence that says what was decided. */
        public String key() {
            return "moderation.letter." + kind.word() + (veiled && kind == Decision.Kind.PAUSE ? ".veiled" : "");
        }
    }

    private final JdbcClient sql;
    private final Mails mails;
    private final Clock clock;

    Letters(JdbcClient sql, Mails mails, Clock clock) {
        this.sql = sql;
        this.mails = mails;
        this.clock = clock;
    }

    /** The newest letters to the viewer as a writer in a place. */
    List<Letter> of(Place place) {
        return sql.sql("""
                        select d.kind, d.until, f.veil, f.title, l.words, l.at
                        from moderation.letter l join moderation.decision d on d.id = l.decision_id join moderation.case f on f.id = l.case_id
                        where l.member_id = :self and l.community_id = :community and l.role = 'WRITER'
                        order by l.id desc limit :most""")
                .param("self", place.self().value())
                .param("community", place.community().id().value())
                .param("most", MOST)
                .query((row, n) -> new Letter(
                        Decision.Kind.valueOf(row.getString("kind")),
                        Rows.veiled(row),
                        row.getString("title"),
                        row.getString("words"),
                        Rows.instant(row, "at"),
                        Optional.ofNullable(row.getObject("until", java.time.OffsetDateTime.class))
                                .map(java.time.OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
    }

    /** Writes the letters of a decision, and a mail to each receiver that says no more than that there is one. */
    void send(Place place, Case file, UUID decision, Choice choice) {
        if (choice.kind() != Decision.Kind.LIFT) {
            reporters(file).forEach(told -> {
                write(file, decision, told.who(), "REPORTER", choice.toReporter());
                mails.send(Mail.to(told.who(), "moderation.mail.reporter", "/reports/" + told.report()));
            });
        }
        var writer = file.about().id();
        if (writer != null && choice.kind().tellsWriter() && !quiet(file, choice)) {
            write(file, decision, writer, "WRITER", choice.toWriter());
            mails.send(Mail.to(writer, "moderation.mail.writer", place.path("standing")));
        }
    }

    private record Told(MemberId who, UUID report) {}

    /** Taking back what the writer never heard of is not told to them either. */
    private static boolean quiet(Case file, Choice choice) {
        var before = file.decision();
        return choice.kind() == Decision.Kind.UNDO
                && before != null
                && !before.kind().tellsWriter();
    }

    private List<Told> reporters(Case file) {
        return sql.sql(
                        "select id, reporter_id from moderation.report where case_id = :file and reporter_id is not null order by id")
                .param("file", file.id())
                .query((row, n) -> new Told(new MemberId(Rows.id(row, "reporter_id")), Rows.id(row, "id")))
                .list();
    }

    private void write(Case file, UUID decision, MemberId who, String role, String words) {
        sql.sql("""
                        insert into moderation.letter (id, decision_id, case_id, community_id, member_id, role, words, at)
                        values (:id, :decision, :file, :community, :who, :role, :words, :at)""")
                .param("id", Ids.next())
                .param("decision", decision)
                .param("file", file.id())
                .param("community", file.community().value())
                .param("who", who.value())
                .param("role", role)
                .param("words", words)
                .param("at", at(clock.instant()))
                .update();
    }
}
