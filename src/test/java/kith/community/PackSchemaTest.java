package kith.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The published schema is sound, says all that the reader knows, and agrees with a validator that we did not write. */
class PackSchemaTest {
    private static final Set<String> UNDERSTOOD = Set.of(
            "$schema",
            "$id",
            "$ref",
            "$defs",
            "title",
            "description",
            "default",
            "type",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "minProperties",
            "items",
            "properties",
            "required",
            "additionalProperties",
            "propertyNames");

    @Test
    void theSchemaIsItselfValid() {
        var draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(draft.validate(text("/packs/pack.schema.json"), InputFormat.JSON))
                .isEmpty();
        assertThat(draft.validate("{\"type\": 3}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void theSchemaUsesOnlyWhatTheReaderUnderstands() {
        objects(PackSchema.root()).forEach(schema -> assertThat(UNDERSTOOD).containsAll(schema.propertyNames()));
    }

    @Test
    void everyObjectIsClosedAndEveryPropertyIsExplainedInASentence() {
        objects(PackSchema.root()).forEach(schema -> {
            if (schema.has("properties")) {
                assertThat(schema.path("additionalProperties").booleanValue(true))
                        .isFalse();
            }
            schema.path("properties")
                    .properties()
                    .forEach(property -> assertThat(
                                    property.getValue().path("description").stringValue(""))
                            .as(property.getKey())
                            .endsWith("."));
        });
    }

    @Test
    void theSchemaCoversEveryRecordComponentAndNothingElse() {
        covers(Pack.class, PackSchema.root());
    }

    static Stream<String> shipped() {
        return Stream.of("autoimmune", "quit-smoking", "drink-less")
                .flatMap(id -> Stream.of(id + ".yaml", id + ".de.yaml"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void anotherValidatorAcceptsTheShippedPacks(String file) {
        assertThat(judge().validate(text("/packs/" + file), InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kith.community.BrokenPacksTest#mistakes")
    void anotherValidatorRefusesWhatOursRefuses(String good, String bad, int line, String reason) {
        var text = SmallPack.with(good, bad);
        var composed = PackYaml.compose("small.yaml", text).root();
        if (composed == null || text.contains("name: Twice")) {
            return;
        }
        var ours = new ArrayList<PackProblem>();
        PackSchema.check(composed, ours::add);
        assertThat(judge().validate(text, InputFormat.YAML).isEmpty()).isEqualTo(ours.isEmpty());
    }

    private static Schema judge() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("/packs/pack.schema.json"), InputFormat.JSON);
    }

    private static void covers(Class<?> type, JsonNode schema) {
        var keys = Stream.of(type.getRecordComponents()).map(PackBinder::key).collect(Collectors.toSet());
        assertThat(Set.copyOf(schema.path("properties").propertyNames()))
                .as(type.getSimpleName())
                .isEqualTo(keys);
        for (var component : type.getRecordComponents()) {
            var key = PackBinder.key(component);
            var property = PackSchema.resolved(schema.path("properties").path(key));
            assertThat(required(schema, key))
                    .as(type.getSimpleName() + "." + key)
                    .isNotEqualTo(mayBeNull(component));
            inner(component.getGenericType(), property);
        }
    }

    private static void inner(Type type, JsonNode schema) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            var items = schema.path(arguments.length == 1 ? "items" : "additionalProperties");
            inner(arguments[arguments.length - 1], PackSchema.resolved(items));
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            covers(plain, schema);
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            assertThat(schema.path("enum").values().stream()
                            .map(each -> each.stringValue().replace('-', '_').toUpperCase(java.util.Locale.ROOT)))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(plain.getEnumConstants())
                            .map(Object::toString)
                            .toList());
        }
    }

    private static boolean required(JsonNode schema, String key) {
        return schema.path("required").values().stream()
                        .anyMatch(each -> each.stringValue().equals(key))
                || PackSchema.fallback(schema, key).isPresent();
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Every schema inside a schema. */
    private static List<JsonNode> objects(JsonNode schema) {
        var found = new ArrayList<JsonNode>();
        found.add(schema);
        Stream.of("properties", "$defs")
                .forEach(holder -> schema.path(holder).values().forEach(each -> found.addAll(objects(each))));
        Stream.of("items", "additionalProperties", "propertyNames")
                .map(schema::path)
                .filter(JsonNode::isObject)
                .forEach(each -> found.addAll(objects(each)));
        return found;
    }

    private static String text(String resource) {
        try (var in = PackSchemaTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
