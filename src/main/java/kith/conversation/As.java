package kith.conversation;

import java.util.Arrays;
import java.util.Locale;

/** Under what somebody wants to speak: as themselves, in a voice that is made for the topic, or as the practitioner that somebody checked. */
public enum As {
    NAME,
    ANONYMOUS,
    PRACTITIONER,
    /** Somebody who may speak as two and has not said as which: nothing is written down so. */
    UNDECIDED;

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

    boolean advises() {
        return this == PRACTITIONER;
    }

    boolean anonymous() {
        return this == ANONYMOUS;
    }
}
