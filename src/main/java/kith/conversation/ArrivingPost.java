package kith.conversation;

import java.time.Instant;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** A reply that moves in from elsewhere, to the topic that is named {@code topicKey} there. */
public record ArrivingPost(
        String key,
        String topicKey,
        @Nullable MemberId author,
        String body,
        Instant at,
        @Nullable Instant editedAt,
        Source source) {}
