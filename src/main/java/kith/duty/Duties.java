package kith.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import kith.community.CommunityId;
import kith.community.Place;
import kith.identity.MemberId;
import kith.page.NotHere;
import kith.page.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is owed in the house. Opening, meeting and withdrawing may be told any number of times, by any node; a person reaches duties through a place. */
@Component
public class Duties {
    private final DutyRows rows;
    private final Hands hands;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Duties(DutyRows rows, Hands hands, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.hands = hands;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a duty unless its cause has one: then the worse risk and the sooner time count. Does nothing where a duty of this cause ended after {@code since},
     * so that an event that arrives twice opens nothing anew.
     */
    @Transactional
    public void open(NewDuty wanted) {
        var known = rows.locked(wanted.cause());
        if (known.isPresent()) {
            rows.save(known.get().again(wanted));
        } else if (rows.insert(Duty.open(wanted)) == 0) {
            rows.locked(wanted.cause()).ifPresent(duty -> rows.save(duty.again(wanted)));
        }
    }

    /** The open duty of a cause is due sooner than it was. */
    @Transactional
    public void hasten(String cause, Instant due) {
        rows.locked(cause).ifPresent(duty -> rows.save(duty.hasten(due, now())));
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

    /** Ends the open duty of a cause and its parts, because nothing is owed any more. */
    @Transactional
    public void withdraw(String cause, String act) {
        var whole = rows.locked(cause);
        whole.ifPresent(duty -> settle(duty.withdraw(act, now())));
        whole.stream()
                .flatMap(duty -> rows.parts(duty.id()).stream())
                .forEach(part -> settle(part.withdraw(act, now())));
    }

    /** The open duty of a cause in a place, whoever holds it. */
    public Optional<Duty> find(Place place, String cause) {
        return rows.open(cause, place.community().id());
    }

    /** Holds the open duty of a cause for the viewer of a place, or says why not. */
    @Transactional
    public Optional<Refusal> claim(Place place, String cause) {
        return find(place, cause).flatMap(duty -> claim(place, duty.id()));
    }

    /** Gives the open duty of a cause to somebody whose round it is on, with a word that only they read, or says why not. */
    @Transactional
    public Optional<Refusal> handOver(Place place, String cause, MemberId to, String note) {
        return find(place, cause).flatMap(duty -> handOver(place, duty.id(), to, note));
    }

    /** Gives the open duty of a cause to somebody who was chosen for it: theirs until the next person is told. False where they may not hold it. */
    @Transactional
    public boolean holdAsHouse(String cause, MemberId holder) {
        return holdAsHouse(cause, holder, null);
    }

    /** The same, with who is next. */
    @Transactional
    public boolean holdAsHouse(String cause, MemberId holder, @Nullable MemberId next) {
        return rows.locked(cause)
                .filter(duty -> hands.may(duty, holder))
                .filter(duty -> settle(duty.route(holder, next, now())).isEmpty())
                .isPresent();
    }

    /** Takes the open duty of a cause out of whosever hands it is in, because nobody could be chosen for it. */
    @Transactional
    public void freeAsHouse(String cause) {
        rows.locked(cause).ifPresent(duty -> rows.save(duty.free()));
    }

    /** Who holds the open duty of a cause now. */
    public Optional<MemberId> holderAsHouse(String cause, Instant now) {
        return rows.locked(cause).flatMap(duty -> duty.holder(now));
    }

    /** Who held the open duty of a cause last, or still does. */
    public Optional<MemberId> lastAsHouse(String cause) {
        return rows.locked(cause).map(Duty::claim).map(Duty.Claim::holder);
    }

    /** The causes of the open duties of these kinds that somebody holds in a community; who holds none is not named. */
    public Map<MemberId, List<String>> heldAsHouse(CommunityId community, Collection<String> kinds, Instant now) {
        return rows.held(community, kinds, now);
    }

    /** An open duty of a place by its id, unless it is about the viewer. */
    Optional<Duty> find(Place place, DutyId id) {
        return rows.some(List.of(id.value())).stream()
                .filter(duty -> duty.community().equals(place.community().id()))
                .filter(duty -> !place.viewer().is(duty.barred()))
                .findFirst();
    }

    @Transactional
    Optional<Refusal> claim(Place place, DutyId id) {
        var duty = reach(place, id);
        return hands.may(duty, place.self())
                ? settle(duty.claim(place.self(), now()))
                : Optional.of(Refusal.of("duty.refused.not-mine"));
    }

    @Transactional
    Optional<Refusal> release(Place place, DutyId id) {
        var duty = reach(place, id);
        if (hands.personal(duty)) {
            return Optional.of(Refusal.of("duty.refused.whole"));
        }
        return settle(duty.release(place.self(), now()), free -> {
            rows.save(free);
            events.publishEvent(new DutyFreed(free.cause(), free.community()));
        });
    }

    @Transactional
    Optional<Refusal> handOver(Place place, DutyId id, MemberId to, String note) {
        var duty = reach(place, id);
        var turn = duty.handOver(place.self(), place.manages(), to, note, now());
        return refused(duty, to).or(() -> {
            tell(place, turn, to);
            return settle(turn);
        });
    }

    /** Makes a part of a duty somebody else's; the whole stays where it is. */
    @Transactional
    Optional<Refusal> split(Place place, DutyId id, MemberId to, String note) {
        var duty = reach(place, id);
        var turn = duty.split(place.self(), place.manages(), to, note, now());
        return refused(duty, to).or(() -> {
            var refusal = settle(turn, rows::insert);
            tell(place, turn, to);
            return refusal;
        });
    }

    /** Ends a part: what its whole is about has an act of its own that ends it. */
    @Transactional
    Optional<Refusal> done(Place place, DutyId id) {
        return turn(
                place,
                id,
                (duty, now) -> duty.part()
                        ? duty.meet(place.self(), place.path("round"), now)
                        : new Turn.Refused(Refusal.of("duty.refused.whole")));
    }

    private Optional<Refusal> refused(Duty duty, MemberId to) {
        return hands.may(duty, to) ? Optional.empty() : Optional.of(Refusal.of("duty.refused.not-theirs"));
    }

    private void tell(Place place, Turn turn, MemberId to) {
        if (turn instanceof Turn.Taken taken && !place.viewer().is(to)) {
            events.publishEvent(new DutyHanded(
                    taken.duty().id(), taken.duty().cause(), place.community().id(), to, place.self()));
        }
    }

    private Optional<Refusal> turn(Place place, DutyId id, BiFunction<Duty, Instant, Turn> change) {
        return settle(change.apply(reach(place, id), now()));
    }

    private Duty reach(Place place, DutyId id) {
        return rows.locked(id)
                .filter(d -> d.community().equals(place.community().id()))
                .filter(d -> !place.viewer().is(d.barred()))
                .orElseThrow(NotHere::new);
    }

    private void end(String cause, BiFunction<Duty, Instant, Turn> change) {
        rows.locked(cause).ifPresent(duty -> settle(change.apply(duty, now())));
    }

    private Optional<Refusal> settle(Turn turn) {
        return settle(turn, rows::save);
    }

    private static Optional<Refusal> settle(Turn turn, Consumer<Duty> keep) {
        return switch (turn) {
            case Turn.Taken taken -> {
                keep.accept(taken.duty());
                yield Optional.empty();
            }
            case Turn.Refused refused -> Optional.of(refused.why());
        };
    }

    /** As PostgreSQL keeps it, so that what is read back equals what was written. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
