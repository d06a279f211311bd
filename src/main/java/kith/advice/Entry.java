package kith.advice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kith.identity.Card;
import org.jspecify.annotations.Nullable;

/** What is said below a question: an answer with its sources, or what the asker asked on. {@code outside} names an author who is not of this house. */
public record Entry(
        UUID id,
        Kind kind,
        Card author,
        boolean own,
        String outside,
        String profession,
        String body,
        String html,
        boolean out,
        int version,
        Instant at,
        @Nullable Integer minutes,
        @Nullable LocalDate validUntil,
        Card reader,
        boolean readable,
        List<Source> sources,
        List<Comment> comments,
        List<Correction> corrections) {
    /** Whose turn it was. */
    public enum Kind {
        ANSWER,
        ASKING_ON
    }

    /** Where an answer is from; {@code year} null where it has none. */
    public record Source(
            String title, String address, @Nullable Integer year) {}

    /** What a second reader said before it went out. */
    public record Comment(Card author, String words, Instant at) {}

    /** What it said before, and why it was changed. */
    public record Correction(Card author, String reason, String before, Instant at) {}

    public boolean answer() {
        return kind == Kind.ANSWER;
    }

    /** Whether somebody should look at it again soon. */
    public boolean near(LocalDate today) {
        return validUntil != null && validUntil.isBefore(today.plusDays(ReviewDuty.AHEAD + 1));
    }

    /** Whether its day has passed and nobody has said since that it is still right. */
    public boolean old(LocalDate today) {
        return validUntil != null && validUntil.isBefore(today);
    }
}
