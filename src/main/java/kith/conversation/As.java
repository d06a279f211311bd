package kith.conversation;

import java.util.Arrays;
import java.util.Locale;

/** Under what somebody wants to speak: their own name, or a voice that is made for the topic. */
public enum As {
    NAME,
    ANONYMOUS;

    /** As forms and drafts write it, such as {@code anonymous}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a form says; whoever says nothing, or nothing known, speaks as {@code usual}. */
    static As of(String word, As usual) {
        return Arrays.stream(values())
                .filter(as -> as.word().equals(word))
                .findFirst()
                .orElse(usual);
    }

    boolean anonymous() {
        return this == ANONYMOUS;
    }
}
