package kith.conversation;

import java.util.UUID;
import kith.identity.Ids;

/** The id of a topic. */
public record TopicId(UUID value) {
    static TopicId next() {
        return new TopicId(Ids.next());
    }

    /** Reads it from an address. */
    public static TopicId of(String text) {
        return new TopicId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
