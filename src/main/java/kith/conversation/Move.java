package kith.conversation;

import java.time.Instant;
import java.util.UUID;
import kith.identity.Card;
import org.jspecify.annotations.Nullable;

/**
 * Something that a host moved, as a reader of one of its topics sees it: {@code from} and {@code to} are null where they do not see that topic, {@code section}
 * is where it was before, and {@code here} says that this topic is the one that it came to.
 */
public record Move(
        UUID id, Kind kind, boolean here, @Nullable Topic other, String section, Card by, Instant at, boolean last) {
    /** What was done. */
    public enum Kind {
        /** A topic went to another section. */
        SECTION,
        /** Some posts of a topic became a topic of their own. */
        SPLIT,
        /** All posts of a topic went into an earlier one. */
        MERGE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The key of the sentence that says so on this topic's page. */
    public String phrase() {
        return "conversation.move." + kind.word() + (here ? "" : ".away") + (by.gone() ? ".house" : "");
    }

    public String path() {
        return "/moves/" + id;
    }
}
