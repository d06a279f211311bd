package kith.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kith.community.CommunityId;
import kith.identity.MemberId;
import kith.page.Refusal;
import org.jspecify.annotations.Nullable;

/** Something that is owed to somebody by a time; every change is a new value, or a refusal that says why not. */
public record Duty(
        DutyId id,
        CommunityId community,
        String kind,
        String cause,
        Risk risk,
        @Nullable MemberId owedTo,
        @Nullable MemberId barred,
        String about,
        Instant opened,
        Instant due,
        @Nullable Claim claim,
        @Nullable End end) {

    /** A claim lapses after an hour: long enough to look and to write, short enough that nobody waits for somebody who fell asleep. */
    static final Duration CLAIM = Duration.ofMinutes(60);

    /** Who holds it, and until when. */
    public record Claim(MemberId holder, Instant until) {}

    /** How it ended: {@code act} is the path or the name of what ended it. */
    public record End(Outcome outcome, Instant at, @Nullable MemberId by, String act) {}

    static Duty open(NewDuty duty) {
        return new Duty(
                DutyId.next(),
                duty.community(),
                duty.kind(),
                duty.cause(),
                duty.risk(),
                duty.owedTo(),
                duty.barred(),
                duty.about(),
                duty.since(),
                duty.due(),
                null,
                null);
    }

    /** The same cause once more: what is worse and what is sooner counts. */
    Duty again(NewDuty more) {
        return new Duty(
                id,
                community,
                kind,
                cause,
                risk.worse(more.risk()),
                owedTo,
                barred,
                about,
                opened,
                due.isBefore(more.due()) ? due : more.due(),
                claim,
                end);
    }

    Turn claim(MemberId who, Instant now) {
        return claimable(who, now)
                .<Turn>map(Turn.Refused::new)
                .orElseGet(() -> new Turn.Taken(held(new Claim(who, now.plus(CLAIM)))));
    }

    Turn release(MemberId who, Instant now) {
        return notHeldBy(who, now).<Turn>map(Turn.Refused::new).orElseGet(() -> new Turn.Taken(held(null)));
    }

    /** Gives a claim to somebody who then has a full hour; nobody can be handed what they may not hold. */
    Turn handOver(MemberId from, MemberId to, Instant now) {
        return notHeldBy(from, now)
                .or(() -> held(null).claimable(to, now))
                .<Turn>map(Turn.Refused::new)
                .orElseGet(() -> new Turn.Taken(held(new Claim(to, now.plus(CLAIM)))));
    }

    /** Whoever does what is owed meets it, whether they held it or not; after its time it counts as missed. */
    Turn meet(@Nullable MemberId by, String act, Instant now) {
        return ended(new End(now.isAfter(due) ? Outcome.MISSED : Outcome.MET, now, by, act));
    }

    Turn withdraw(String act, Instant now) {
        return ended(new End(Outcome.WITHDRAWN, now, null, act));
    }

    public boolean late(Instant now) {
        return end == null && now.isAfter(due);
    }

    /** Who holds it now; a lapsed claim is nobody's. */
    public Optional<MemberId> holder(Instant now) {
        return Optional.ofNullable(claim).filter(c -> now.isBefore(c.until())).map(Claim::holder);
    }

    private Optional<Refusal> claimable(MemberId who, Instant now) {
        if (end != null) {
            return Optional.of(Refusal.of("duty.refused.ended"));
        }
        if (who.equals(barred)) {
            return Optional.of(Refusal.of("duty.refused.barred"));
        }
        return holder(now).filter(holder -> !holder.equals(who)).map(other -> Refusal.of("duty.refused.held"));
    }

    private Optional<Refusal> notHeldBy(MemberId who, Instant now) {
        if (end != null) {
            return Optional.of(Refusal.of("duty.refused.ended"));
        }
        return holder(now).filter(who::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of("duty.refused.not-yours"));
    }

    private Turn ended(End with) {
        return end != null
                ? new Turn.Refused(Refusal.of("duty.refused.ended"))
                : new Turn.Taken(
                        new Duty(id, community, kind, cause, risk, owedTo, barred, about, opened, due, null, with));
    }

    private Duty held(@Nullable Claim by) {
        return new Duty(id, community, kind, cause, risk, owedTo, barred, about, opened, due, by, end);
    }
}
