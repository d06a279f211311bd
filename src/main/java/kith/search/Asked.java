package kith.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody looks for: their words, and what narrows them; {@code section} is a slug or empty. */
public record Asked(String words, Kind kind, String section, Within within, Answered answered) {
    static final int LONGEST = 300;
    static final Asked NOTHING = new Asked("", Kind.ALL, "", Within.EVER, Answered.EITHER);

    /** What kind of thing. */
    public enum Kind {
        ALL,
        TALK,
        LIBRARY,
        PEOPLE
    }

    /** How long ago at most. */
    public enum Within {
        EVER(null),
        WEEK(Duration.ofDays(7)),
        MONTH(Duration.ofDays(31)),
        YEAR(Duration.ofDays(366));

        private final @Nullable Duration most;

        Within(@Nullable Duration most) {
            this.most = most;
        }

        Instant since(Instant now) {
            return most == null ? Instant.EPOCH : now.minus(most);
        }
    }

    /** Whether somebody has answered. */
    public enum Answered {
        EITHER,
        YES,
        NO
    }

    public Asked {
        words = words.replaceAll("\\s+", " ").strip();
        words = words.substring(0, Math.min(words.length(), LONGEST));
    }

    public boolean nothing() {
        return words.isEmpty();
    }

    /** Whether something narrows it that only conversations have. */
    boolean talkOnly() {
        return kind == Kind.TALK || !section.isEmpty() || answered != Answered.EITHER;
    }

    boolean talk() {
        return kind == Kind.ALL || kind == Kind.TALK;
    }

    boolean library() {
        return kind == Kind.LIBRARY || kind == Kind.ALL && !talkOnly();
    }

    boolean people() {
        return kind == Kind.PEOPLE || kind == Kind.ALL && !talkOnly() && within == Within.EVER;
    }

    public boolean narrowed() {
        return kind != Kind.ALL || !section.isEmpty() || within != Within.EVER || answered != Answered.EITHER;
    }

    /** Reads one of few words, or gives what stands for no choice. */
    static <E extends Enum<E>> E choice(@Nullable String typed, E none) {
        try {
            return typed == null
                    ? none
                    : Enum.valueOf(none.getDeclaringClass(), typed.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return none;
        }
    }
}
