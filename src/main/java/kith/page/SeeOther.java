package kith.page;

import org.jspecify.annotations.Nullable;

/**
 * Sends the reader on to a page of this house after an act (303): {@code to} is a path such as {@code /topics/…}, {@code notice} the key of a phrase that the
 * next page shows once, or null.
 */
public record SeeOther(String to, @Nullable String notice) implements Answer {
    public SeeOther {
        if (!isLocal(to)) {
            throw new IllegalArgumentException("not a path of this house");
        }
    }

    public SeeOther(String to) {
        this(to, null);
    }

    /** Whether an address stays in this house, so that no link from outside can send a reader away. */
    public static boolean isLocal(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().noneMatch(c -> c == '\\' || c < ' ' || c == 127);
    }
}
