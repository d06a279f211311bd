package kith.community;

import java.util.UUID;
import kith.page.NotHere;

/** Reads the keys after which a list goes on; one that nobody gave out is not here. */
final class Keys {
    private static final UUID FIRST = new UUID(0, 0);

    private Keys() {}

    static UUID uuid(String after) {
        try {
            return after.isEmpty() ? FIRST : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new NotHere();
        }
    }
}
