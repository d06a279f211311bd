package kith.search;

import java.time.Instant;
import java.util.UUID;
import kith.page.NotHere;
import org.jspecify.annotations.Nullable;

/** Where a page of finds begins: after a score and a thing, as it was at a moment, so that time passing moves nothing; {@code loose} as on the first page. */
record Turn(Instant at, double score, UUID thing, boolean loose) {
    private static final UUID LAST = new UUID(-1, -1);

    static Turn first(Instant now, boolean loose) {
        return new Turn(now, 1e9, LAST, loose);
    }

    boolean isFirst() {
        return thing.equals(LAST);
    }

    String after(Ranking.Hit last, boolean loose) {
        return at.toEpochMilli() + (loose ? "-some-" : "-all-")
                + Long.toHexString(Double.doubleToLongBits(last.score())) + "-" + last.thing();
    }

    static Turn of(@Nullable String after, Instant now) {
        if (after == null || after.isEmpty()) {
            return first(now, false);
        }
        try {
            var parts = after.split("-", 4);
            return new Turn(
                    Instant.ofEpochMilli(Math.min(Long.parseLong(parts[0]), now.toEpochMilli())),
                    Double.longBitsToDouble(Long.parseUnsignedLong(parts[2], 16)),
                    UUID.fromString(parts[3]),
                    parts[1].equals("some"));
        } catch (RuntimeException unreadable) {
            throw new NotHere();
        }
    }
}
