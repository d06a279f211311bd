package kith.conversation;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of reply somebody hopes for. */
public enum Wish {
    EARS,
    IDEAS,
    FACTS;

    /** As forms write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable Wish of(String word) {
        return Arrays.stream(values())
                .filter(wish -> wish.word().equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }
}
