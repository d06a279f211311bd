package kith.duty;

import java.util.UUID;
import kith.identity.Ids;

/** The id of a duty. */
public record DutyId(UUID value) {
    static DutyId next() {
        return new DutyId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
