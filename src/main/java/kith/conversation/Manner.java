package kith.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a post is written: in which language (a tag such as {@code de}, empty where nobody said), and which post of its topic it answers. */
public record Manner(String language, @Nullable PostId answers) {
    static final Manner PLAIN = new Manner("", null);

    /** As a form says it; what is not a language or not an id is left out. */
    static Manner read(String language, String answers) {
        return new Manner(Language.of(language).map(Language::tag).orElse(""), id(answers));
    }

    private static @Nullable PostId id(String text) {
        try {
            return text.isEmpty() ? null : new PostId(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
