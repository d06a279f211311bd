package kith.community;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** Days on which somebody is away, the last one included, and who covers for them. */
public record Absence(
        UUID id,
        MemberId who,
        LocalDate from,
        LocalDate to,
        Instant begins,
        Instant ends,
        @Nullable MemberId cover) {
    boolean at(Instant when) {
        return !when.isBefore(begins) && when.isBefore(ends);
    }
}
