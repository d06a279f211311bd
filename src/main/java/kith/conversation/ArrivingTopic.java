package kith.conversation;

import java.time.Instant;
import kith.community.SectionId;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** A topic that moves in from elsewhere; {@code key} names it there and never changes, {@code author} is null for words from a source. */
public record ArrivingTopic(
        String key,
        SectionId section,
        @Nullable MemberId author,
        String title,
        String contentNote,
        String body,
        Instant at,
        @Nullable Instant editedAt,
        boolean pinned,
        boolean closed,
        Source source,
        ArrivingManner manner,
        @Nullable Wish wish,
        boolean thankful) {
    public ArrivingTopic(
            String key,
            SectionId section,
            @Nullable MemberId author,
            String title,
            String contentNote,
            String body,
            Instant at,
            @Nullable Instant editedAt,
            boolean pinned,
            boolean closed,
            Source source) {
        this(
                key,
                section,
                author,
                title,
                contentNote,
                body,
                at,
                editedAt,
                pinned,
                closed,
                source,
                ArrivingManner.PLAIN,
                null,
                false);
    }

    /** The first post of a topic is named after it. */
    static String firstPost(String key) {
        return key + "#opening";
    }

    Note note() {
        return Note.of(contentNote.isEmpty() ? manner.note() : contentNote);
    }

    ArrivingPost opening() {
        return new ArrivingPost(firstPost(key), key, author, body, at, editedAt, source, null, manner);
    }
}
