package kith.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody put right beside a post: kind words and where they are from; {@code dangerous} where following the post could harm somebody. */
public record Correction(
        UUID id,
        PostId post,
        Voice author,
        String words,
        Cited cited,
        boolean dangerous,
        Instant at,
        int version,
        @Nullable Instant editedAt) {
    /** A source: its title, address and year. */
    public record Cited(String title, String url, int year) {}

    public String path() {
        return "/corrections/" + id;
    }
}
