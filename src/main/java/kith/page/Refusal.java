package kith.page;

import java.util.List;

/**
 * Why a form was not accepted, as a value: the {@code field} it belongs to (empty for the whole form), the {@code key} of the phrase that says so in the
 * reader's words, and what fills its places.
 */
public record Refusal(String field, String key, List<Object> args) {
    public static Refusal of(String key, Object... args) {
        return new Refusal("", key, List.of(args));
    }

    public static Refusal in(String field, String key, Object... args) {
        return new Refusal(field, key, List.of(args));
    }
}
