package kith.conversation;

import java.time.Instant;
import java.util.UUID;

/** How far somebody has read a topic, as the key of its posts, and how near they want it. */
public record Bookmark(Instant at, UUID post, Attention attention) {
    /** Of somebody who was never there. */
    static final Bookmark NONE = new Bookmark(Instant.EPOCH, new UUID(0, 0), Attention.PLAIN);

    public boolean known() {
        return at.isAfter(Instant.EPOCH);
    }

    /** Whether a post comes after it, in the order in which PostgreSQL compares ids. */
    boolean before(Post later) {
        var moments = at.compareTo(later.at());
        return moments < 0
                || moments == 0 && post.toString().compareTo(later.id().toString()) < 0;
    }
}
