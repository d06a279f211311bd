package kith.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a host wants to decide: with words to the reporters, words to the writer, and for a pause its end. */
record Choice(
        Decision.Kind kind,
        String toReporter,
        String toWriter,
        @Nullable Instant until) {}
