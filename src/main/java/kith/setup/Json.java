package kith.setup;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads lines of JSON strictly: a field that the format does not know is refused by its name. */
final class Json {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    static JsonNode tree(String line) {
        try {
            var tree = STRICT.readTree(line);
            if (!tree.isObject()) {
                throw new BadLine("this is not a JSON object");
            }
            return tree;
        } catch (JacksonException e) {
            throw new BadLine("this is not whole JSON");
        }
    }

    static <T> T read(String line, Class<T> type) {
        return read(tree(line), type);
    }

    static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return STRICT.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            throw new BadLine("there is no field “%s” in this format".formatted(e.getPropertyName()));
        } catch (DatabindException e) {
            throw new BadLine(
                    e.getPath().isEmpty()
                            ? "a field has the wrong form"
                            : String.format(
                                    Locale.ROOT,
                                    "the field “%s” has the wrong form",
                                    e.getPath().getLast().getPropertyName()));
        } catch (JacksonException e) {
            throw new BadLine("this is not whole JSON");
        }
    }

    /** The text of a field that must be there. */
    static String needed(String name, @org.jspecify.annotations.Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            throw new BadLine("the field “%s” is missing".formatted(name));
        }
        return limited(name, value, most);
    }

    /** The text of a field that may be missing. */
    static String limited(String name, @org.jspecify.annotations.Nullable String value, int most) {
        var text = value == null ? "" : value.replace("\0", "").strip();
        if (text.codePointCount(0, text.length()) > most) {
            throw new BadLine("the field “%s” is longer than %d characters".formatted(name, most));
        }
        return text;
    }
}
