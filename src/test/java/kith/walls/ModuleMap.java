package kith.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Draws who knows whom, as a table that people read and a test compares. */
final class ModuleMap {
    private ModuleMap() {}

    static void check(Path file, Map<String, Set<String>> map) throws IOException {
        var drawn = draw(map);
        if (Boolean.getBoolean("kith.write")) {
            Files.writeString(file, drawn);
        }
        assertThat(file).exists();
        assertThat(Files.readString(file))
                .as("docs/modules.md: run bin/test with -Dkith.write=true to draw it anew")
                .isEqualTo(drawn);
    }

    private static String draw(Map<String, Set<String>> map) {
        var text = new StringBuilder(
                "# The modules and whom they know\n\nDrawn from the code by `ModulesTest`; lower levels first.\n\n");
        text.append("| level | module | knows |\n|---|---|---|\n");
        for (var level = 0; level < Modules.LEVELS.size(); level++) {
            for (var module : Modules.LEVELS.get(level)) {
                if (map.containsKey(module)) {
                    var known = String.join(", ", map.get(module));
                    text.append("| %d | `%s` | %s |\n".formatted(level, module, known.isEmpty() ? "–" : known));
                }
            }
        }
        return text.toString();
    }
}
