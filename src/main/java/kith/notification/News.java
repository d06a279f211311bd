package kith.notification;

import java.time.Instant;
import java.util.UUID;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Something that one member is to be told: its {@code kind} such as {@code conversation.reply}, the {@code thread} that keeps what belongs together (a topic),
 * what it is {@code about} (a post) and who did it. Ids alone, never a word of what was written.
 */
public record News(
        String kind, MemberId to, UUID community, UUID thread, UUID about, @Nullable MemberId by, Instant at) {
    boolean ownDoing() {
        return to.equals(by);
    }
}
