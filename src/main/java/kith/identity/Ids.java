package kith.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** New ids for the whole house: UUID version 7, so that rows written together lie together. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
