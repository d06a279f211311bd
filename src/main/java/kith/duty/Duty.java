package kith.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        Plan plan,
        @Nullable Claim claim,
        @Nullable End end) {

    /** A claim lapses after an hour: long enough to look and to write, short enough that nobody waits for somebody who fell asleep. */
    static final Duration CLAIM = Duration.ofMinutes(60);

    /** Who holds it, and until when; {@code routed}: it was given to them, and passes on in time where they do not come to it. */
    public record Claim(MemberId holder, Instant until, boolean routed) {}

    /** How it ended: {@code act} is the path or the name of what ended it. */
    public record End(Outcome outcome, Instant at, @Nullable MemberId by, String act) {}

    /** How it goes on: who is next, what was said when it was handed over, the duty of which it is a part, and how many stages were told. */
    public record Plan(
            @Nullable MemberId next,
            @Nullable Note note,
            @Nullable DutyId partOf,
            int told) {}

    /** A word to whoever takes over. */
    public record Note(MemberId by, String words) {
        static @Nullable Note of(MemberId by, String words) {
            return words.isBlank() ? null : new Note(by, words.strip());
        }
    }

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
                new Plan(duty.next(), null, null, 0),
                null,
                null);
    }

    /** The same cause once more: what is worse and what is sooner counts. */
    Duty again(NewDuty more) {
        var next = plan.next() == null ? more.next() : plan.next();
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
                new Plan(next, plan.note(), plan.partOf(), plan.told()),
                claim,
                end);
    }

    /** Due sooner; what has not begun to count does so now. */
    Duty hasten(Instant sooner, Instant now) {
        return new Duty(
                id,
                community,
                kind,
                cause,
                risk,
                owedTo,
                barred,
                about,
                opened.isAfter(now) ? now : opened,
                due.isBefore(sooner) ? due : sooner,
                plan,
                claim,
                end);
    }

    /** Whoever was given it and begins with it does not lose it after an hour. */
    Turn claim(MemberId who, Instant now) {
        var held = claim;
        var given = held != null && held.routed() && held.holder().equals(who) && now.isBefore(held.until());
        var hour = now.plus(CLAIM);
        var until = given && held != null && held.until().isAfter(hour) ? held.until() : hour;
        return claimable(who, now)
                .<Turn>map(Turn.Refused::new)
                .orElseGet(() -> new Turn.Taken(held(new Claim(who, until, given))));
    }

    Turn release(MemberId who, Instant now) {
        return notHeldBy(who, now).<Turn>map(Turn.Refused::new).orElseGet(() -> new Turn.Taken(held(null)));
    }

    /** Gives it to somebody with a word; nobody can be handed what they may not hold, and only a manager gives away what another holds. */
    Turn handOver(MemberId from, boolean manages, MemberId to, String words, Instant now) {
        return handable(from, manages, now)
                .or(() -> held(null).claimable(to, now))
                .<Turn>map(Turn.Refused::new)
                .orElseGet(() ->
                        new Turn.Taken(planned(new Plan(plan.next(), Note.of(from, words), plan.partOf(), plan.told()))
                                .held(given(to, now))));
    }

    /** Given by routing, whoever held it before. */
    Turn route(MemberId to, @Nullable MemberId next, Instant now) {
        return held(null)
                .claimable(to, now)
                .<Turn>map(Turn.Refused::new)
                .orElseGet(() -> new Turn.Taken(
                        planned(new Plan(next == null ? plan.next() : next, plan.note(), plan.partOf(), plan.told()))
                                .held(given(to, now))));
    }

    /** A part of it becomes somebody else's, with a cause of its own; the whole stays as it is. */
    Turn split(MemberId from, boolean manages, MemberId to, String words, Instant now) {
        return handable(from, manages, now)
                .<Turn>map(Turn.Refused::new)
                .orElseGet(() -> part(Note.of(from, words)).route(to, null, now));
    }

    /** In nobody's hands. */
    Duty free() {
        return held(null);
    }

    private Duty part(@Nullable Note note) {
        var part = DutyId.next();
        return new Duty(
                part,
                community,
                kind,
                cause + "/part/" + part,
                risk,
                owedTo,
                barred,
                about,
                opened,
                due,
                new Plan(null, note, id, plan.told()),
                null,
                null);
    }

    /** Whoever does what is owed meets it, whether they held it or not; after its time it counts as missed. */
    Turn meet(@Nullable MemberId by, String act, Instant now) {
        return ended(new End(now.isAfter(due) ? Outcome.MISSED : Outcome.MET, now, by, act));
    }

    Turn withdraw(String act, Instant now) {
        return ended(new End(Outcome.WITHDRAWN, now, null, act));
    }

    /** The same after some stages were told. */
    Duty told(int stages) {
        return planned(new Plan(plan.next(), plan.note(), plan.partOf(), stages));
    }

    /** When somebody is told the next time, or null where all were or it has ended. */
    @Nullable
    Instant stageAt() {
        return end != null || plan.told() >= Stage.values().length
                ? null
                : Stage.values()[plan.told()].at(this).truncatedTo(ChronoUnit.MICROS);
    }

    public boolean late(Instant now) {
        return end == null && now.isAfter(due);
    }

    public boolean part() {
        return plan.partOf() != null;
    }

    /** Who holds it now; a lapsed claim is nobody's. */
    public Optional<MemberId> holder(Instant now) {
        return Optional.ofNullable(claim).filter(c -> now.isBefore(c.until())).map(Claim::holder);
    }

    /**
     * Held until the next person is told, and for a third of its time at least, which is an hour at least: what is late anyhow and went from hand to hand each hour
     * would be nobody's.
     */
    private Claim given(MemberId to, Instant now) {
        var passes = Stage.NEXT.at(this).truncatedTo(ChronoUnit.MICROS);
        var share = Duration.between(opened, due).dividedBy(3);
        var least = now.plus(share.compareTo(CLAIM) > 0 ? share : CLAIM).truncatedTo(ChronoUnit.MICROS);
        return new Claim(to, passes.isAfter(least) ? passes : least, true);
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

    private Optional<Refusal> handable(MemberId from, boolean manages, Instant now) {
        if (from.equals(barred)) {
            return Optional.of(Refusal.of("duty.refused.barred"));
        }
        return manages && end == null ? Optional.empty() : claimable(from, now);
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
                : new Turn.Taken(new Duty(
                        id, community, kind, cause, risk, owedTo, barred, about, opened, due, plan, null, with));
    }

    private Duty held(@Nullable Claim by) {
        return new Duty(id, community, kind, cause, risk, owedTo, barred, about, opened, due, plan, by, end);
    }

    private Duty planned(Plan as) {
        return new Duty(id, community, kind, cause, risk, owedTo, barred, about, opened, due, as, claim, end);
    }
}
