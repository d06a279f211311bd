package kith.advice;

import java.time.Instant;
import java.util.UUID;
import kith.page.NotHere;
import org.jspecify.annotations.Nullable;

/** Where a page of a list goes on: before this instant and id. */
record Keyed(Instant at, UUID id) {
    private static final Keyed START = new Keyed(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    static Keyed of(String key) {
        try {
            var parts = key.split("_", 2);
            return key.isEmpty()
                    ? START
                    : new Keyed(Instant.ofEpochSecond(0, Long.parseLong(parts[0]) * 1000), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException notOurs) {
            throw new NotHere();
        }
    }

    static String key(@Nullable Instant at, UUID id) {
        var when = at == null ? Instant.EPOCH : at;
        return when.getEpochSecond() * 1_000_000 + when.getNano() / 1000 + "_" + id;
    }
}
