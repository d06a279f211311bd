package kith.conversation;

import java.time.Instant;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** A form that somebody writes in: what stands in it, what speaks against it, where its draft is kept and since when. */
public record Composer<F>(
        F form, Refusals refusals, DraftKey key, @Nullable Instant savedAt) {}
