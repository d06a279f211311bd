package kith.advice;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kith.identity.MemberId;
import kith.practitioner.Practitioner;
import org.jspecify.annotations.Nullable;

/**
 * To whom a question goes: somebody whose subject it is, who speaks its language where anybody does, who is there now and under their limits; of those whoever is
 * on call first, then who has fewest open, then who was asked longest ago. It decides by facts alone and says them, so that everybody can see why.
 */
record Routing(String section, String language, boolean closed, Instant at) {
    /** Somebody who may answer: what they have open, how many they were given today, when they were last given one. */
    record Candidate(
            Practitioner practitioner,
            String name,
            boolean onCall,
            boolean away,
            int open,
            int today,
            @Nullable Instant last) {
        MemberId who() {
            return practitioner.who();
        }

        boolean full() {
            return open >= practitioner.bounds().open()
                    || today >= practitioner.bounds().daily();
        }
    }

    /** Why somebody is or is not asked, the first that holds. */
    enum Why {
        NOT_THEIRS,
        IN_PUBLIC,
        LANGUAGE,
        AWAY,
        FULL,
        OFF_DUTY,
        ON_CALL,
        THERE
    }

    /** A candidate with why they are asked, or not. */
    record Weighed(Candidate candidate, Why why) {
        boolean asked() {
            return why == Why.ON_CALL || why == Why.THERE;
        }
    }

    /** Everybody, whoever is to be asked first in front, and why. */
    List<Weighed> weigh(Collection<Candidate> all) {
        var speaks = all.stream().anyMatch(this::speaks);
        return all.stream()
                .map(one -> new Weighed(one, why(one, speaks)))
                .sorted(Comparator.comparing(Weighed::why)
                        .reversed()
                        .thenComparing(one -> one.why() == Why.ON_CALL ? 0 : 1)
                        .thenComparing(Routing::turn))
                .toList();
    }

    /** Who is asked now; nobody where everybody has a reason not to be. */
    Optional<Weighed> choose(Collection<Candidate> all, Collection<MemberId> before) {
        return weigh(all.stream().filter(one -> !before.contains(one.who())).toList()).stream()
                .filter(Weighed::asked)
                .min(Comparator.comparing((Weighed one) -> one.why() == Why.ON_CALL ? 0 : 1)
                        .thenComparing(Routing::turn));
    }

    /** Whether a question is better off with somebody else: its holder is not there, or has more open. To hand it round would only fill everybody's day. */
    boolean better(Candidate other, Candidate holder) {
        return !there(holder) || other.open() < holder.open();
    }

    private boolean there(Candidate one) {
        return !one.away() && (one.onCall() || one.practitioner().bounds().takes(at));
    }

    private static int turn(Weighed one, Weighed other) {
        return Comparator.comparingInt((Weighed w) -> w.candidate().open())
                .thenComparing(w -> w.candidate().last(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(w -> w.candidate().who().value())
                .compare(one, other);
    }

    private Why why(Candidate one, boolean anybodySpeaks) {
        if (!one.practitioner().takes(section)) {
            return Why.NOT_THEIRS;
        }
        if (closed && !one.practitioner().bounds().startsPrivate()) {
            return Why.IN_PUBLIC;
        }
        if (anybodySpeaks && !speaks(one)) {
            return Why.LANGUAGE;
        }
        if (one.away()) {
            return Why.AWAY;
        }
        if (one.full()) {
            return Why.FULL;
        }
        return one.onCall() ? Why.ON_CALL : one.practitioner().bounds().takes(at) ? Why.THERE : Why.OFF_DUTY;
    }

    private boolean speaks(Candidate one) {
        return one.practitioner().languages().contains(language);
    }
}
