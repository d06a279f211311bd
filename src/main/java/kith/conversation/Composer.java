package kith.conversation;

import java.time.Instant;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** A form that somebody writes in: what stands in it, what speaks against it, where its draft is kept and since when, and what lies ready beside it. */
public record Composer<F>(
        F form, Refusals refusals, DraftKey key, @Nullable Instant savedAt, Desk desk) {
    Composer(F form, Refusals refusals, DraftKey key, @Nullable Instant savedAt) {
        this(form, refusals, key, savedAt, Desk.NONE);
    }

    /** 422 where nothing was posted: something refuses, or asks back. */
    int status() {
        return desk.doubts().isEmpty() ? refusals.status() : 422;
    }
}
