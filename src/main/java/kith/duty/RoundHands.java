package kith.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kith.community.Absences;
import kith.community.Communities;
import kith.community.CommunityId;
import kith.community.Place;
import kith.identity.Accounts;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.identity.Status;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whose rounds a duty may be on, as each kind says; the kinds are asked for late, because they know this module. */
@Component
class RoundHands implements Hands {
    private final ObjectProvider<DutyKind> kinds;
    private final Accounts accounts;
    private final Communities communities;
    private final Absences absences;
    private final Clock clock;

    RoundHands(
            ObjectProvider<DutyKind> kinds,
            Accounts accounts,
            Communities communities,
            Absences absences,
            Clock clock) {
        this.kinds = kinds;
        this.accounts = accounts;
        this.communities = communities;
        this.absences = absences;
        this.clock = clock;
    }

    @Override
    public boolean may(Duty duty, MemberId who) {
        return stands(duty, who, (kind, place) -> kind.takes(place, duty))
                && (personal(duty)
                        || !absences.awayAsHouse(duty.community(), clock.instant())
                                .containsKey(who));
    }

    @Override
    public boolean personal(Duty duty) {
        return kind(duty).anyMatch(DutyKind::personal);
    }

    /** Whether it is on their round, whether they are away or not. */
    boolean serves(Duty duty, MemberId who) {
        return stands(duty, who, DutyKind::serves);
    }

    private boolean stands(Duty duty, MemberId who, BiPredicate<DutyKind, Place> as) {
        return !who.equals(duty.barred())
                && placeAsHouse(duty.community(), who)
                        .filter(place -> kind(duty).anyMatch(kind -> as.test(kind, place)))
                        .isPresent();
    }

    /** Who is given it next, as its kind says. */
    Optional<MemberId> next(Duty duty, Instant now, Supplier<Optional<MemberId>> usual) {
        return kind(duty).findFirst().flatMap(kind -> kind.next(duty, now, usual));
    }

    /** A community as a member of it stands in it now. */
    Optional<Place> placeAsHouse(CommunityId community, MemberId who) {
        return viewerAsHouse(who)
                .flatMap(viewer -> {
                    try {
                        return Optional.of(communities.find(viewer, community));
                    } catch (NotHere gone) {
                        return Optional.empty();
                    }
                })
                .filter(Place::member);
    }

    /** A member as if they were asking themselves. */
    Optional<Viewer> viewerAsHouse(MemberId who) {
        return accounts.reachAsHouse(who)
                .filter(reach -> reach.status() == Status.ACTIVE)
                .map(reach ->
                        new Viewer(who, reach.status(), false, Card.NOBODY, reach.locale(), reach.zone(), null, null));
    }

    private Stream<DutyKind> kind(Duty duty) {
        return kinds.stream().filter(kind -> kind.kind().equals(duty.kind()));
    }
}
