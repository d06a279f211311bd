package kith.practitioner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import kith.identity.Card;
import org.jspecify.annotations.Nullable;

/** A practitioner as members see them: never a number, a register's entry or evidence; {@code sections} are names, {@code back} when they are there again. */
public record Shown(
        Card card,
        String profession,
        LocalDate checked,
        List<String> sections,
        String sentence,
        List<String> declined,
        List<String> languages,
        Boundaries bounds,
        boolean onCall,
        @Nullable ZonedDateTime back) {
    public boolean there() {
        return onCall || back == null;
    }

    /** Whether that is worth a word: somebody without hours is there whenever they come. */
    public boolean surely() {
        return onCall || back == null && !bounds.hours().any();
    }

    /** When they are there again, as a moment. */
    public @Nullable Instant backAt() {
        return back == null ? null : back.toInstant();
    }
}
