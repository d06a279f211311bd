package kith.moderation;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import kith.identity.Card;
import org.jspecify.annotations.Nullable;

/** What a host decided about a case. */
public record Decision(
        UUID id, Kind kind, Card by, Instant at, @Nullable Instant until) {

    /** What can be decided, the mildest first. */
    public enum Kind {
        /** All is well; the reporters are told so. */
        NOTHING,
        /** A kind word with the writer. */
        TALK,
        /** The thing is taken out of sight. */
        HIDE,
        /** The writer may read and not write until a date. */
        PAUSE,
        /** Ends a pause early; the case stays decided. */
        LIFT,
        /** Takes the last decision back; the case is open again. */
        UNDO;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it says something to the writer, who then needs to know why. */
        boolean tellsWriter() {
            return this != NOTHING;
        }
    }

    /** The key of the phrase that names it. */
    public String key() {
        return "moderation.decision." + kind.word();
    }
}
