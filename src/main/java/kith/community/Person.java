package kith.community;

import java.time.Instant;
import kith.identity.Card;
import org.jspecify.annotations.Nullable;

/** A member as others in the community see them; {@code checkedBy} and {@code checkedAt}: who checked the profession and when, or null. */
public record Person(
        Card card,
        Role role,
        String profession,
        String about,
        Instant since,
        boolean listed,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt) {
    /** The same as a member like others. */
    Person plain() {
        return new Person(card, Role.MEMBER, "", about, since, listed, null, null);
    }

    boolean upFront() {
        return role.hosts() || role == Role.PRACTITIONER;
    }
}
