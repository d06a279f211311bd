package kith.community;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The types of YAML 1.2's core schema, as editors know them: {@code no} and {@code 08:00} are text, only {@code true} is true. */
enum Kind {
    OBJECT("object", "a list of keys and values"),
    ARRAY("array", "a list"),
    STRING("string", "text"),
    INTEGER("integer", "a whole number"),
    NUMBER("number", "a number"),
    BOOLEAN("boolean", "true or false"),
    NULL("null", "empty");

    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\d{1,18}\\.\\d{0,18}|\\.\\d{1,18}|\\d{1,18}[eE]\\d)");

    final String schema;
    final String words;

    Kind(String schema, String words) {
        this.schema = schema;
        this.words = words;
    }

    static Kind of(Node node) {
        return switch (node) {
            case MappingNode mapping -> OBJECT;
            case SequenceNode sequence -> ARRAY;
            case ScalarNode scalar -> scalar.getScalarStyle() == ScalarStyle.PLAIN ? plain(scalar.getValue()) : STRING;
            default -> NULL;
        };
    }

    static Kind named(String schema) {
        for (var kind : values()) {
            if (kind.schema.equals(schema)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("the schema knows no type " + schema);
    }

    boolean fits(Kind wanted) {
        return this == wanted || (this == INTEGER && wanted == NUMBER);
    }

    private static Kind plain(String value) {
        return switch (value) {
            case "", "~", "null", "Null", "NULL" -> NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> BOOLEAN;
            default ->
                WHOLE.matcher(value).matches()
                        ? INTEGER
                        : DECIMAL.matcher(value).matches() ? NUMBER : STRING;
        };
    }
}
