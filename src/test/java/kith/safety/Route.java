package kith.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One live route: what a browser says and the pattern that takes it. */
record Route(String method, String pattern, boolean form) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    static List<Route> all(RequestMappingHandlerMapping mapping) {
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().forEach(pattern -> {
                    var methods = info.getMethodsCondition().getMethods();
                    var json = info.getConsumesCondition().getConsumableMediaTypes().stream()
                            .anyMatch(type -> type.getSubtype().contains("json"));
                    for (var method : methods.isEmpty() ? List.of(RequestMethod.GET) : methods) {
                        routes.add(new Route(method.name(), pattern, !json));
                    }
                }));
        routes.sort(Comparator.comparing(Route::pattern).thenComparing(Route::method));
        return routes;
    }

    String name() {
        return method + " " + pattern;
    }

    /** Whether it takes an id of its own, so that another's could be put in its place. */
    boolean takesId() {
        return pattern.contains("{");
    }

    /** The path with its variables filled from {@code values}, first by {@code noun.name} (such as {@code topics.id}), then by name. */
    String path(Map<String, String> values) {
        var noun = pattern.substring(1).replaceFirst("[/{].*", "");
        return VARIABLE.matcher(pattern).replaceAll(found -> {
            var name = found.group(1);
            return values.getOrDefault(
                    noun + "." + name, values.getOrDefault(name, "00000000-0000-7000-8000-000000000000"));
        });
    }
}
