package kith.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One migration file of one module. */
record Script(String module, String file, String text) {
    private static final Pattern NAME = Pattern.compile("V([0-9.]+(?:_[0-9]+)*)__\\w+\\.sql");

    /** The modules that keep tables, each after those that it may point to. */
    static final List<String> MODULES = List.of(
            "house",
            "audit",
            "identity",
            "live",
            "notification",
            "community",
            "duty",
            "moderation",
            "practitioner",
            "conversation",
            "library",
            "advice",
            "search",
            "setup");

    /** All of them, in the order in which they run. */
    static List<Script> all() {
        try {
            var found = new PathMatchingResourcePatternResolver(Script.class.getClassLoader())
                    .getResources("classpath*:db/migration/*/V*.sql");
            return Arrays.stream(found).map(Script::of).sorted(ORDER).toList();
        } catch (IOException e) {
            throw new IllegalStateException("the migrations cannot be read", e);
        }
    }

    String version() {
        var name = NAME.matcher(file);
        if (!name.matches()) {
            throw new IllegalStateException("not a migration's name: " + file);
        }
        return name.group(1).replace('_', '.');
    }

    String path() {
        return "db/migration/%s/%s".formatted(module, file);
    }

    private static final Comparator<Script> ORDER = Comparator.<Script>comparingInt(
                    script -> MODULES.indexOf(script.module()))
            .thenComparing(Script::file);

    private static Script of(Resource resource) {
        try {
            String[] parts = resource.getURL().getPath().split("/", -1);
            String module = parts[parts.length - 2];
            if (!MODULES.contains(module)) {
                throw new IllegalStateException("a module that Script.MODULES does not name: " + module);
            }
            String text = resource.getContentAsString(StandardCharsets.UTF_8);
            return new Script(module, Objects.requireNonNull(resource.getFilename()), text);
        } catch (IOException e) {
            throw new IllegalStateException("a migration cannot be read", e);
        }
    }
}
