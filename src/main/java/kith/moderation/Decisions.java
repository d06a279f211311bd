package kith.moderation;

import static kith.moderation.Rows.at;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kith.audit.AuditLog;
import kith.community.Place;
import kith.duty.Duties;
import kith.identity.Ids;
import kith.page.Refusals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What hosts decide: kept for good, carried out, and told to those whom it concerns, all or nothing. */
@Component
class Decisions {
    private final JdbcClient sql;
    private final Cases cases;
    private final Effects effects;
    private final Letters letters;
    private final Duties duties;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            JdbcClient sql,
            Cases cases,
            Effects effects,
            Letters letters,
            Duties duties,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.cases = cases;
        this.effects = effects;
        this.letters = letters;
        this.duties = duties;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Decides a case for the host of a place, or says what keeps them from it. */
    @Transactional
    Refusals decide(Place place, UUID id, Choice choice) {
        var file = cases.findToDecide(place, id);
        var refusals = new DecisionRules(
                        place, file, cases.role(file), effects.canHide(file), cases.newer(file), clock.instant())
                .refuse(choice);
        if (refusals.any()) {
            return refusals;
        }
        var held = duties.claim(place, file.cause()).map(Refusals::of);
        if (held.isPresent()) {
            return held.get();
        }
        carryOut(place, file, choice);
        return Refusals.NONE;
    }

    private void carryOut(Place place, Case file, Choice choice) {
        var now = clock.instant();
        var decision = record(place, file, choice, now);
        stand(file, choice, decision, now);
        effects.follow(file, choice);
        letters.send(place, file, decision, choice);
        if (choice.kind() == Decision.Kind.UNDO) {
            effects.oweAgain(place, file);
        } else if (file.open()) {
            duties.meet(file.cause(), place.self(), place.path("cases") + "/" + file.id());
        }
        audit.note(
                place.self().value(),
                "case.decided",
                "case " + file.id(),
                choice.kind().word());
        events.publishEvent(new CaseDecided(file.id(), file.community(), choice.kind(), now));
    }

    private UUID record(Place place, Case file, Choice choice, Instant now) {
        var id = Ids.next();
        sql.sql("""
                        insert into moderation.decision (id, case_id, kind, by, at, until)
                        values (:id, :file, :kind, :by, :at, :until)""")
                .param("id", id)
                .param("file", file.id())
                .param("kind", choice.kind().name())
                .param("by", place.self().value())
                .param("at", at(now))
                .param("until", Rows.atOrNull(choice.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return id;
    }

    /** Which decision stands now: none after it was taken back. */
    private void stand(Case file, Choice choice, UUID decision, Instant now) {
        var undone = choice.kind() == Decision.Kind.UNDO;
        sql.sql("update moderation.case set decision_id = :decision, decided_at = :at where id = :file")
                .param("decision", undone ? null : decision, Types.OTHER)
                .param("at", undone ? null : at(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("file", file.id())
                .update();
    }
}
