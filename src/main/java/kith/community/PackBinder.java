package kith.community;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the records of a {@link Pack} from places that have passed the schema, filling in the schema's defaults. */
final class PackBinder {
    private PackBinder() {}

    static Pack bind(Spot root) {
        return (Pack) record(Pack.class, root, PackSchema.root());
    }

    static String key(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Object record(Class<?> type, Spot spot, JsonNode schema) {
        var components = type.getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values =
                Stream.of(components).map(each -> component(each, spot, schema)).toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made from a checked pack", e);
        }
    }

    private static @Nullable Object component(RecordComponent component, Spot spot, JsonNode schema) {
        var key = key(component);
        var value = spot.get(key);
        return value.isPresent()
                ? value(
                        component.getGenericType(),
                        value.get(),
                        PackSchema.resolved(schema.path("properties").path(key)))
                : missing(component, PackSchema.fallback(schema, key).orElse(null));
    }

    private static @Nullable Object missing(RecordComponent component, @Nullable JsonNode fallback) {
        if (fallback == null) {
            return null;
        }
        if (fallback.isContainer()) {
            return fallback.isArray() ? List.of() : Map.of();
        }
        return scalar(component.getType(), fallback.asString());
    }

    private static Object value(Type type, Spot spot, JsonNode schema) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return map(
                    generic.getActualTypeArguments()[1],
                    spot,
                    PackSchema.resolved(schema.path("additionalProperties")));
        }
        if (type instanceof ParameterizedType generic) {
            var items = PackSchema.resolved(schema.path("items"));
            return spot.items().stream()
                    .map(item -> value(generic.getActualTypeArguments()[0], item, items))
                    .toList();
        }
        var plain = (Class<?>) type;
        return plain.isRecord() ? record(plain, spot, schema) : scalar(plain, spot.text());
    }

    private static Map<String, Object> map(Type type, Spot spot, JsonNode schema) {
        var map = new LinkedHashMap<String, Object>();
        spot.pairs().forEach(pair -> map.put(pair.key().text(), value(type, pair.value(), schema)));
        return Collections.unmodifiableMap(map);
    }

    private static Object scalar(Class<?> type, String text) {
        return switch (type.getSimpleName()) {
            case "int" -> Integer.parseInt(text);
            case "boolean" -> Boolean.parseBoolean(text);
            case "BigDecimal" -> new BigDecimal(text);
            case "Duration" -> Duration.parse(text);
            case "LocalDate" -> LocalDate.parse(text);
            case "LocalTime" -> LocalTime.parse(text);
            default -> type.isEnum() ? constant(type, text) : text.strip();
        };
    }

    private static Object constant(Class<?> type, String text) {
        var name = text.replace('-', '_').toUpperCase(Locale.ROOT);
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
