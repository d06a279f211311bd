package kith.conversation;

import java.util.UUID;
import kith.identity.Ids;

/** The id of a post. */
public record PostId(UUID value) {
    static PostId next() {
        return new PostId(Ids.next());
    }

    /** Reads it from an address. */
    public static PostId of(String text) {
        return new PostId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
