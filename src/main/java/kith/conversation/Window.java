package kith.conversation;

import org.jspecify.annotations.Nullable;

/** Which part of a topic somebody wants to see. */
sealed interface Window {
    record FromStart() implements Window {}

    record Newest() implements Window {}

    record After(PostId post) implements Window {}

    record Before(PostId post) implements Window {}

    record Around(PostId post) implements Window {}

    /** From the first post that its reader has not read, with a little before it. */
    record Unread(Bookmark from) implements Window {}

    static Window of(@Nullable PostId after, @Nullable PostId before, @Nullable PostId around, boolean newest) {
        if (after != null) {
            return new After(after);
        }
        if (before != null) {
            return new Before(before);
        }
        return around != null ? new Around(around) : newest ? new Newest() : new FromStart();
    }
}
