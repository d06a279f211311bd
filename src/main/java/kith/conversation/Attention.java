package kith.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How near a member wants a topic: told of new replies, as it comes, or not at all. */
public enum Attention {
    PLAIN,
    FOLLOWED,
    MUTED;

    /** As forms and phrases write it, such as {@code followed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Attention> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
