package kith.notification;

import java.time.Instant;
import java.util.UUID;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** A mail that waits to be carried. A letter has its words; one of notices ({@code bundle} of a topic, null for a digest) gets them when it is handed in. */
record Waiting(
        UUID id,
        Purpose purpose,
        @Nullable MemberId who,
        @Nullable UUID bundle,
        String address,
        String locale,
        Written written,
        int tries,
        Instant madeAt) {
    /** What a mail is for: a letter that its reader or somebody for them asked for, or news. */
    enum Purpose {
        LETTER,
        NOTICES,
        DIGEST
    }

    boolean letter() {
        return purpose == Purpose.LETTER;
    }
}
