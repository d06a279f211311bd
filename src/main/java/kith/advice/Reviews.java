package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import kith.duty.Duties;
import kith.identity.Ids;
import kith.page.NotHere;
import kith.practitioner.Mark;
import kith.practitioner.Practitioners;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers looked at again by whoever wrote them, or by a colleague where they are gone or do not come to it: put right, or found to be right still. */
@Component
class Reviews {
    private final JdbcClient sql;
    private final Duties duties;
    private final Practitioners practitioners;
    private final EntryRows rows;
    private final Entries entries;
    private final Known known;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reviews(
            JdbcClient sql,
            Duties duties,
            Practitioners practitioners,
            EntryRows rows,
            Entries entries,
            Known known,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.duties = duties;
        this.practitioners = practitioners;
        this.rows = rows;
        this.entries = entries;
        this.known = known;
        this.events = events;
        this.clock = clock;
    }

    /** An answer that the viewer may look at again. */
    Entry find(Question question, UUID answer) {
        return rows.of(question).stream()
                .filter(entry -> entry.id().equals(answer) && may(question, entry))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private boolean may(Question question, Entry entry) {
        return entry.answer() && Question.advises(question.place()) && (entry.own() || waits(question, entry));
    }

    /** Whether it waits for another than its writer to look at it, and nobody else has that in hand. */
    boolean waits(Question question, Entry entry) {
        var self = question.place().self();
        return entry.out()
                && !question.closed()
                && !question.mine()
                && duties.find(question.place(), ReviewDuty.cause(entry.id()))
                        .filter(duty -> duty.holder(clock.instant())
                                .filter(holder -> !holder.equals(self))
                                .isEmpty())
                        .isPresent();
    }

    /**
     * Puts a standing answer right: what it said stays to be read, with the reason, and whoever read it is told. A colleague's words stand under the colleague's
     * name. False where their credential has run out.
     */
    @Transactional
    boolean correct(Question question, Entry entry, AnswerForm form) {
        var self = question.place().self();
        var now = clock.instant();
        if (!entry.own() && !takes(question, entry)) {
            return false;
        }
        var id = Ids.next();
        sql.sql(
                        "insert into advice.correction (id, entry_id, author, reason, before, at) values (:id, :entry, :self, :reason, :before, :now)")
                .param("id", id)
                .param("entry", entry.id())
                .param("self", self.value())
                .param("reason", form.reason())
                .param("before", entry.body())
                .param("now", now.atOffset(UTC))
                .update();
        entries.change(entry.id(), form);
        known.learn(question.id().value());
        duties.meet(ReviewDuty.cause(entry.id()), self, question.path());
        events.publishEvent(
                new AnswerCorrected(question.id(), question.place().community().id(), id, self, now));
        return true;
    }

    private boolean takes(Question question, Entry entry) {
        var place = question.place();
        var mark = practitioners
                .valid(place.self(), place.community().id(), clock.instant())
                .filter(Mark::current);
        mark.ifPresent(own -> sql.sql(
                        "update advice.entry set author = :self, profession = :profession, outside = '', second_reader = null where id = :id")
                .param("self", place.self().value())
                .param("profession", own.profession())
                .param("id", entry.id())
                .update());
        return mark.isPresent();
    }

    /** Somebody looked today: it is right for another half year. */
    @Transactional
    void stillRight(Question question, Entry entry) {
        sql.sql("update advice.entry set valid_until = :until where id = :id")
                .param("until", LocalDate.now(clock).plusMonths(6))
                .param("id", entry.id())
                .update();
        duties.meet(ReviewDuty.cause(entry.id()), question.place().self(), question.path());
    }
}
