package kith.duty;

import static kith.duty.DutyRow.at;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import kith.community.Place;
import kith.identity.MemberId;
import kith.page.NotHere;
import kith.page.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is owed in the house. Opening, meeting and withdrawing may be told any number of times, by any node; a person reaches duties through a place. */
@Component
public class Duties {
    private final JdbcClient sql;
    private final Clock clock;

    Duties(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Opens a duty unless its cause has one: then the worse risk and the sooner time count. Does nothing where a duty of this cause ended after {@code since},
     * so that an event that arrives twice opens nothing anew.
     */
    @Transactional
    public void open(NewDuty wanted) {
        var known = locked("cause = :key and outcome is null", wanted.cause());
        if (known.isPresent()) {
            save(known.get().again(wanted));
        } else if (insert(Duty.open(wanted)) == 0) {
            locked("cause = :key and outcome is null", wanted.cause()).ifPresent(duty -> save(duty.again(wanted)));
        }
    }

    /** Ends the open duty of a cause, because {@code act} did what was owed; harmless where there is none. */
    @Transactional
    public void meet(String cause, @Nullable MemberId by, String act) {
        end(cause, (duty, now) -> duty.meet(by, act, now));
    }

    /** The same for what was done earlier, at {@code when}: for the imagined past of a demonstration house. */
    @Transactional
    public void metAsHouse(String cause, @Nullable MemberId by, String act, Instant when) {
        end(cause, (duty, now) -> duty.meet(by, act, when));
    }

    /** Ends the open duty of a cause, because nothing is owed any more. */
    @Transactional
    public void withdraw(String cause, String act) {
        end(cause, (duty, now) -> duty.withdraw(act, now));
    }

    /** The open duty of a cause in a place, whoever holds it. */
    public Optional<Duty> find(Place place, String cause) {
        return sql.sql("select * from duty.duty where cause = :cause and outcome is null and community_id = :community")
                .param("cause", cause)
                .param("community", place.community().id().value())
                .query((row, n) -> DutyRow.read(row))
                .optional();
    }

    /** Holds the open duty of a cause for the viewer of a place, or says why not. */
    @Transactional
    public Optional<Refusal> claim(Place place, String cause) {
        return find(place, cause).flatMap(duty -> claim(place, duty.id()));
    }

    @Transactional
    Optional<Refusal> claim(Place place, DutyId id) {
        return turn(place, id, (duty, now) -> duty.claim(place.self(), now));
    }

    @Transactional
    Optional<Refusal> release(Place place, DutyId id) {
        return turn(place, id, (duty, now) -> duty.release(place.self(), now));
    }

    @Transactional
    Optional<Refusal> handOver(Place place, DutyId id, MemberId to) {
        return turn(place, id, (duty, now) -> duty.handOver(place.self(), to, now));
    }

    private Optional<Refusal> turn(Place place, DutyId id, BiFunction<Duty, Instant, Turn> change) {
        var duty = locked("id = :key", id.value())
                .filter(d -> d.community().equals(place.community().id()))
                .filter(d -> !place.viewer().is(d.barred()))
                .orElseThrow(NotHere::new);
        return settle(change.apply(duty, now()));
    }

    private void end(String cause, BiFunction<Duty, Instant, Turn> change) {
        locked("cause = :key and outcome is null", cause).ifPresent(duty -> settle(change.apply(duty, now())));
    }

    private Optional<Refusal> settle(Turn turn) {
        return switch (turn) {
            case Turn.Taken taken -> {
                save(taken.duty());
                yield Optional.empty();
            }
            case Turn.Refused refused -> Optional.of(refused.why());
        };
    }

    /** Read for a change: of two who try at the same time one waits for the other and then sees what they did. */
    private Optional<Duty> locked(String where, Object key) {
        return sql.sql("select * from duty.duty where " + where + " for update")
                .param("key", key)
                .query((row, n) -> DutyRow.read(row))
                .optional();
    }

    private int insert(Duty duty) {
        return sql.sql("""
                        insert into duty.duty (id, community_id, kind, cause, risk, owed_to, barred, about, opened_at, due_at)
                        select :id, :community, :kind, :cause, :risk, :owed, :barred, :about, :opened, :due
                        where not exists (
                            select from duty.duty where cause = :cause and outcome is not null and ended_at >= :opened)
                        on conflict (cause) where outcome is null do nothing""")
                .param("id", duty.id().value())
                .param("community", duty.community().value())
                .param("kind", duty.kind())
                .param("cause", duty.cause())
                .param("risk", duty.risk().name())
                .param("owed", DutyRow.id(duty.owedTo()), java.sql.Types.OTHER)
                .param("barred", DutyRow.id(duty.barred()), java.sql.Types.OTHER)
                .param("about", duty.about())
                .param("opened", at(duty.opened()))
                .param("due", at(duty.due()))
                .update();
    }

    private void save(Duty duty) {
        var claim = duty.claim();
        var end = duty.end();
        sql.sql("""
                        update duty.duty set risk = :risk, due_at = :due, holder = :holder, claim_until = :until,
                            outcome = :outcome, ended_at = :ended, ended_by = :by, act = :act
                        where id = :id""")
                .param("id", duty.id().value())
                .param("risk", duty.risk().name())
                .param("due", at(duty.due()))
                .param("holder", claim == null ? null : claim.holder().value(), java.sql.Types.OTHER)
                .param("until", claim == null ? null : at(claim.until()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("outcome", end == null ? null : end.outcome().name(), java.sql.Types.VARCHAR)
                .param("ended", end == null ? null : at(end.at()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", end == null ? null : DutyRow.id(end.by()), java.sql.Types.OTHER)
                .param("act", end == null ? null : end.act(), java.sql.Types.VARCHAR)
                .update();
    }

    /** As PostgreSQL keeps it, so that what is read back equals what was written. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
