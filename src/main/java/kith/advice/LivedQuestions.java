package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kith.community.CommunityId;
import kith.community.SectionId;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Promise;
import kith.duty.Promises;
import kith.duty.Risk;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.page.Markdown;
import kith.practitioner.Mark;
import kith.practitioner.Practitioners;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts questions of an imagined past into a demonstration house, with the duties that they were and the promises that were kept. */
@Component
public class LivedQuestions {
    private final JdbcClient sql;
    private final Duties duties;
    private final Promises promises;
    private final Practitioners practitioners;
    private final Routes routes;
    private final Known known;
    private final Entries entries;
    private final Clock clock;

    LivedQuestions(
            JdbcClient sql,
            Duties duties,
            Promises promises,
            Practitioners practitioners,
            Routes routes,
            Known known,
            Entries entries,
            Clock clock) {
        this.sql = sql;
        this.duties = duties;
        this.promises = promises;
        this.practitioners = practitioners;
        this.routes = routes;
        this.known = known;
        this.entries = entries;
        this.clock = clock;
    }

    /** What was asked, so long ago. */
    public record Past(
            MemberId asker,
            String title,
            String body,
            boolean anonymous,
            boolean closed,
            Duration ago,
            @Nullable MemberId given,
            @Nullable Reply reply) {}

    /** How it was answered, so long after, and what was put right since. */
    public record Reply(
            MemberId by,
            @Nullable MemberId reader,
            String words,
            List<Entry.Source> sources,
            Duration within,
            boolean helped,
            @Nullable Change change) {}

    /** What an answer said before. */
    public record Change(String reason, String before, Duration ago) {}

    @Transactional
    public QuestionId addAsHouse(CommunityId community, SectionId section, Past past) {
        var id = QuestionId.next();
        var at = clock.instant().minus(past.ago());
        var due = promises.due(community, Promise.QUESTION, at);
        var reply = past.reply();
        var out = reply == null ? null : at.plus(reply.within());
        sql.sql("""
                        insert into advice.question (id, community_id, section_id, asker, anonymous, closed, title, body, html, language, asked_at, waits_since,
                            due_at, look_at, state, answered_at, ends_at, helped)
                        values (:id, :community, :section, :asker, :anonymous, :closed, :title, :body, :html, '', :at, :at, :due, :at, :state, :out, :ends, :helped)""")
                .param("id", id.value())
                .param("community", community.value())
                .param("section", section.value())
                .param("asker", past.asker().value())
                .param("anonymous", past.anonymous())
                .param("closed", past.closed())
                .param("title", past.title())
                .param("body", past.body())
                .param("html", Markdown.render(past.body()).html())
                .param("at", at.atOffset(UTC))
                .param("due", due.atOffset(UTC))
                .param("state", reply == null ? "ASKED" : reply.helped() ? "ENDED" : "ANSWERED")
                .param("out", out == null ? null : out.atOffset(UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "ends",
                        out == null ? null : out.plus(Questions.OPEN).atOffset(UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("helped", reply != null && reply.helped())
                .update();
        var cause = QuestionDuty.cause(id.value());
        duties.open(new NewDuty(
                community,
                QuestionDuty.KIND,
                cause,
                Risk.ROUTINE,
                past.asker(),
                past.asker(),
                "/question/" + id,
                at,
                due));
        if (reply == null || out == null) {
            if (past.given() == null) {
                routes.giveAsHouse(id);
            } else {
                routes.note(id.value(), past.given(), "BY_HAND");
            }
        } else {
            answer(community, id, reply, out);
            duties.metAsHouse(cause, reply.by(), "/question/" + id, out);
            known.learn(id.value());
        }
        return id;
    }

    private void answer(CommunityId community, QuestionId id, Reply reply, java.time.Instant out) {
        var entry = UUID.fromString(Ids.next().toString());
        sql.sql("""
                        insert into advice.entry (id, question_id, kind, author, profession, body, html, state, version, made_at, out_at, minutes, valid_until, second_reader)
                        values (:id, :question, 'ANSWER', :by, :profession, :body, :html, 'OUT', :version, :out, :out, :minutes, :until, :reader)""")
                .param("id", entry)
                .param("question", id.value())
                .param("by", reply.by().value())
                .param(
                        "profession",
                        practitioners
                                .valid(reply.by(), community, clock.instant())
                                .map(Mark::profession)
                                .orElse(""))
                .param("body", reply.words())
                .param("html", Markdown.render(reply.words()).html())
                .param("version", reply.change() == null ? 1 : 2)
                .param("out", out.atOffset(UTC))
                .param("minutes", Math.toIntExact(reply.within().toMinutes()))
                .param("until", LocalDate.ofInstant(out, UTC).plusMonths(6))
                .param("reader", reply.reader() == null ? null : reply.reader().value(), Types.OTHER)
                .update();
        entries.sources(entry, reply.sources());
        var change = reply.change();
        if (change != null) {
            sql.sql(
                            "insert into advice.correction (id, entry_id, author, reason, before, at) values (:id, :entry, :by, :reason, :before, :at)")
                    .param("id", Ids.next())
                    .param("entry", entry)
                    .param("by", reply.by().value())
                    .param("reason", change.reason())
                    .param("before", change.before())
                    .param("at", clock.instant().minus(change.ago()).atOffset(UTC))
                    .update();
        }
    }
}
