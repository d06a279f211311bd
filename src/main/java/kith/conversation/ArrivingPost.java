package kith.conversation;

import java.time.Instant;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A reply that moves in from elsewhere, to the topic that is named {@code topicKey} there; {@code answers} is the key of the reply that it answers, which came
 * before it, or null.
 */
public record ArrivingPost(
        String key,
        String topicKey,
        @Nullable MemberId author,
        String body,
        Instant at,
        @Nullable Instant editedAt,
        Source source,
        @Nullable String answers,
        ArrivingManner manner) {
    public ArrivingPost(
            String key,
            String topicKey,
            @Nullable MemberId author,
            String body,
            Instant at,
            @Nullable Instant editedAt,
            Source source) {
        this(key, topicKey, author, body, at, editedAt, source, null, ArrivingManner.PLAIN);
    }

    public ArrivingPost(
            String key,
            String topicKey,
            @Nullable MemberId author,
            String body,
            Instant at,
            @Nullable Instant editedAt,
            Source source,
            @Nullable String answers) {
        this(key, topicKey, author, body, at, editedAt, source, answers, ArrivingManner.PLAIN);
    }

    boolean answersAnother() {
        return answers != null && !answers.equals(topicKey);
    }
}
