package kith.advice;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import kith.duty.Duties;
import kith.identity.MemberId;
import org.springframework.stereotype.Component;

/** Who reads an answer before it goes out: another practitioner, chosen as for a question; never its writer. */
@Component
class SecondReaders {
    private final Candidates candidates;
    private final Duties duties;

    SecondReaders(Candidates candidates, Duties duties) {
        this.candidates = candidates;
        this.duties = duties;
    }

    /** Whether there is another practitioner at all; else a community of one could never answer. */
    boolean any(Question question, Instant now) {
        return candidates.asHouse(question.place().community().id(), now).stream()
                .anyMatch(one -> !one.who().equals(question.place().self()));
    }

    /** Gives it to whoever is there; where nobody is, it waits on everybody's round. */
    void give(Question question, UUID entry, Instant now) {
        var place = question.place();
        var not = new HashSet<MemberId>(List.of(place.self()));
        new Routing(question.section().slug(), question.language(), now)
                .choose(candidates.lockedAsHouse(place.community().id(), now), not)
                .ifPresent(one -> duties.holdAsHouse(
                        ReadingDuty.cause(entry), one.candidate().who()));
    }
}
