package kith.duty;

import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import kith.community.MemberAway;
import kith.community.MemberLeft;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who goes away leaves nothing behind in their hands: it goes to their cover, or back to the round; what only they can do waits until they are back. */
@Component
class Covering {
    private final DutyRows rows;
    private final Hands hands;
    private final ApplicationEventPublisher events;

    Covering(DutyRows rows, Hands hands, ApplicationEventPublisher events) {
        this.rows = rows;
        this.hands = hands;
        this.events = events;
    }

    @EventListener
    void on(MemberAway away) {
        rows.heldBy(away.community(), away.who()).stream()
                .filter(Predicate.not(hands::personal))
                .forEach(duty -> move(duty, away.cover(), away.at().truncatedTo(ChronoUnit.MICROS)));
    }

    @EventListener
    void on(MemberLeft left) {
        rows.heldBy(left.community(), left.member())
                .forEach(duty -> move(duty, null, left.at().truncatedTo(ChronoUnit.MICROS)));
    }

    private void move(Duty duty, @Nullable MemberId cover, java.time.Instant now) {
        if (cover != null && hands.may(duty, cover) && duty.route(cover, null, now) instanceof Turn.Taken taken) {
            rows.save(taken.duty());
            events.publishEvent(new DutyHanded(duty.id(), duty.cause(), duty.community(), cover, null));
        } else {
            rows.save(duty.free());
            events.publishEvent(new DutyFreed(duty.cause(), duty.community()));
        }
    }
}
