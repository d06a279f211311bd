package kith.community;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a pack against the published {@code pack.schema.json} and says what is wrong where it stands. It understands the part of
 * JSON Schema 2020-12 that this schema uses: type, enum, pattern, minLength, maxLength, minimum, maximum, minItems, maxItems,
 * minProperties, items, properties, required, additionalProperties, propertyNames and local $ref. Own code because the library
 * drags a second Jackson into the running house, and speaks of JSON pointers instead of lines; a test holds both side by side.
 */
final class PackSchema {
    private static final JsonNode ROOT = load();
    private final Consumer<PackProblem> problems;

    private PackSchema(Consumer<PackProblem> problems) {
        this.problems = problems;
    }

    static void check(Spot pack, Consumer<PackProblem> problems) {
        new PackSchema(problems).check(ROOT, pack);
    }

    /** What is true where a key is left out. */
    static Optional<JsonNode> fallback(JsonNode schema, String key) {
        return schema.path("properties").path(key).optional("default");
    }

    static JsonNode root() {
        return ROOT;
    }

    static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? ROOT.at(schema.path("$ref").stringValue("").substring(1)) : schema;
    }

    private void check(JsonNode schema, Spot spot) {
        if (schema.has("$ref")) {
            check(resolved(schema), spot);
        } else if (typed(schema, spot)) {
            switch (spot.kind()) {
                case OBJECT -> object(schema, spot);
                case ARRAY -> array(schema, spot);
                case STRING -> text(schema, spot);
                case INTEGER, NUMBER -> number(schema, spot);
                case BOOLEAN, NULL -> {}
            }
        }
    }

    private boolean typed(JsonNode schema, Spot spot) {
        if (!schema.has("type")
                || spot.kind().fits(Kind.named(schema.path("type").stringValue()))) {
            return true;
        }
        var wanted = Kind.named(schema.path("type").stringValue());
        var quotes = wanted == Kind.STRING
                        && spot.kind() != Kind.NULL
                        && !spot.text().isEmpty()
                ? "; put it in quotes: \"" + spot.text() + "\""
                : "";
        say(spot, "“%s” must be %s, not %s%s".formatted(spot.name(), wanted.words, spot.kind().words, quotes));
        return false;
    }

    private void object(JsonNode schema, Spot spot) {
        var seen = new HashSet<String>();
        spot.pairs().forEach(pair -> {
            if (!seen.add(pair.key().text())) {
                say(
                        pair.key(),
                        "“%s” is written twice here".formatted(pair.key().text()));
            } else {
                pair(schema, pair);
            }
        });
        schema.path("required").values().stream()
                .map(JsonNode::stringValue)
                .filter(key -> !seen.contains(key))
                .forEach(key -> say(spot, "“%s” is missing in “%s”".formatted(key, spot.name())));
        if (seen.size() < schema.path("minProperties").intValue(0)) {
            say(spot, "“%s” is empty".formatted(spot.name()));
        }
    }

    private void pair(JsonNode schema, Spot.Pair pair) {
        var known = schema.path("properties");
        var others = schema.path("additionalProperties");
        if (known.has(pair.key().text())) {
            check(known.path(pair.key().text()), pair.value());
        } else if (others.isObject()) {
            check(
                    schema.path("propertyNames"),
                    new Spot(pair.key().file(), "key", pair.key().node()));
            check(others, pair.value());
        } else {
            say(pair.key(), unknown(pair, known));
        }
    }

    private static String unknown(Spot.Pair pair, JsonNode known) {
        var names = known.propertyNames().stream().sorted().collect(Collectors.joining(", "));
        var comma = pair.value().kind() == Kind.NULL ? "; if it is a part of a text with a comma, quote the text" : "";
        return "a pack has no “%s” here; it may have %s%s".formatted(pair.key().text(), names, comma);
    }

    private void array(JsonNode schema, Spot spot) {
        var size = spot.items().size();
        var min = schema.path("minItems").intValue(0);
        var max = schema.path("maxItems").intValue(Integer.MAX_VALUE);
        if (size < min || size > max) {
            say(spot, "“%s” has %d entries; it needs %s".formatted(spot.name(), size, range(min, max)));
        }
        spot.items().forEach(item -> check(schema.path("items"), item));
    }

    private void text(JsonNode schema, Spot spot) {
        var value = spot.text();
        var length = value.codePointCount(0, value.length());
        if (schema.has("enum")
                && schema.path("enum").values().stream()
                        .noneMatch(each -> each.stringValue().equals(value))) {
            var allowed = schema.path("enum").values().stream()
                    .map(JsonNode::stringValue)
                    .collect(Collectors.joining(", "));
            say(spot, "“%s” is “%s”; it must be one of %s".formatted(spot.name(), value, allowed));
        } else if (length < schema.path("minLength").intValue(0)) {
            say(spot, "“%s” is empty".formatted(spot.name()));
        } else if (length > schema.path("maxLength").intValue(Integer.MAX_VALUE)) {
            say(
                    spot,
                    "“%s” has %d characters; at most %d fit"
                            .formatted(
                                    spot.name(),
                                    length,
                                    schema.path("maxLength").intValue()));
        } else if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").stringValue())
                        .matcher(value)
                        .find()) {
            say(
                    spot,
                    "“%s” is “%s”; it must be %s"
                            .formatted(spot.name(), value, schema.path("title").stringValue("different")));
        }
    }

    private void number(JsonNode schema, Spot spot) {
        var value = new BigDecimal(spot.text());
        var low =
                schema.has("minimum") && value.compareTo(schema.path("minimum").decimalValue()) < 0;
        var high =
                schema.has("maximum") && value.compareTo(schema.path("maximum").decimalValue()) > 0;
        if (low || high) {
            say(
                    spot,
                    "“%s” is %s; it must be %s"
                            .formatted(
                                    spot.name(),
                                    spot.text(),
                                    range(
                                            schema.path("minimum").intValue(),
                                            schema.path("maximum").intValue())));
        }
    }

    private static String range(int min, int max) {
        return min == max ? "exactly " + min : "between " + min + " and " + max;
    }

    private void say(Spot spot, String reason) {
        problems.accept(spot.problem(reason));
    }

    private static JsonNode load() {
        try (var in = PackSchema.class.getResourceAsStream("/packs/pack.schema.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
