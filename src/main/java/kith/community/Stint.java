package kith.community;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kith.identity.MemberId;

/** One turn of a shift: {@code whose} it is by the rota, {@code who} is there after swaps and cover. */
public record Stint(UUID shift, LocalDate day, Instant from, Instant to, MemberId whose, MemberId who) {
    boolean at(Instant when) {
        return !when.isBefore(from) && when.isBefore(to);
    }

    Stint by(MemberId other) {
        return new Stint(shift, day, from, to, whose, other);
    }

    boolean swapped() {
        return !whose.equals(who);
    }
}
