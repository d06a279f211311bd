package kith.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report as its reporter sees it: what it was about, by when a person looks, and what was said to them last. */
public record Report(
        UUID id,
        String title,
        String path,
        Reason reason,
        String words,
        Instant at,
        Instant promised,
        @Nullable Told told) {

    /** What was said to the reporter: about which decision, in which words, when. */
    public record Told(Decision.Kind kind, String words, Instant at) {
        /** The key of what a reporter is told; what stays between the hosts and the writer sounds the same. */
        public String key() {
            return switch (kind) {
                case NOTHING -> "moderation.told.nothing";
                case HIDE -> "moderation.told.hide";
                case TALK, PAUSE, LIFT -> "moderation.told.cared";
                case UNDO -> "moderation.told.again";
            };
        }
    }

    /** Whether hosts still look at it. */
    public boolean waiting() {
        return told == null || told.kind() == Decision.Kind.UNDO;
    }
}
