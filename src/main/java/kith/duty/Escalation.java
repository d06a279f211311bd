package kith.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kith.identity.MemberId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Before a duty is late its holder is told, then who is next, then the managers, at last the operator. A stage, who was told and their notices are one
 * transaction, and nodes leave each other the rows that they have in hand: so nobody is told twice, whatever dies meanwhile.
 */
@Component
class Escalation {
    private static final int AT_ONCE = 200;

    private final DutyRows rows;
    private final Relief relief;
    private final Callings callings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Escalation(DutyRows rows, Relief relief, Callings callings, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.relief = relief;
        this.callings = callings;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 15_000)
    @Transactional
    public void tell() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var wanted = new ArrayList<Callings.Wanted>();
        rows.staged(now, AT_ONCE).forEach(duty -> rows.save(stages(duty, now, wanted)));
        callings.tell(wanted, now);
    }

    /** Goes through all stages that were reached; after a long sleep several at once. */
    private Duty stages(Duty duty, Instant now, List<Callings.Wanted> wanted) {
        var at = duty.stageAt();
        if (at == null || at.isAfter(now)) {
            return duty;
        }
        var stage = Stage.values()[duty.plan().told()];
        var next = stage == Stage.NEXT ? relief.next(duty, now) : Optional.<MemberId>empty();
        var moved = next.map(to -> passed(duty, to, now)).orElse(duty);
        who(moved, stage, next, now).forEach(to -> wanted.add(new Callings.Wanted(moved, stage.name(), to)));
        return stages(moved.told(stage.ordinal() + 1), now, wanted);
    }

    /** What was given to somebody who has not come to it passes on; what somebody claimed themselves does not. */
    private Duty passed(Duty duty, MemberId to, Instant now) {
        var claim = duty.claim();
        if (claim == null || !claim.routed() || claim.holder().equals(to)) {
            return duty;
        }
        if (!(duty.route(to, null, now) instanceof Turn.Taken taken)) {
            return duty;
        }
        events.publishEvent(new DutyPassed(duty.cause(), duty.community(), to, now));
        return taken.duty();
    }

    private Stream<MemberId> who(Duty duty, Stage stage, Optional<MemberId> next, Instant now) {
        return switch (stage) {
            case HOLDER -> duty.holder(now).filter(holder -> relief.may(duty, holder)).stream();
            case NEXT -> next.stream();
            case MANAGERS -> relief.managers(duty);
            case OPERATOR -> relief.operators(duty);
        };
    }
}
