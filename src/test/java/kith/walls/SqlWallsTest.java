package kith.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL names only its own schema or what another module publishes as a view. */
class SqlWallsTest {
    private static final Path JAVA = Path.of("src/main/java/kith");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void modulesReadEachOtherThroughPublishedViewsOnly() throws IOException {
        var published = published();
        assertThat(published).contains("identity.card");
        var offences = new ArrayList<String>();
        for (var file : files(JAVA, ".java")) {
            var module = JAVA.relativize(file).getName(0).toString();
            for (var name : named(Files.readString(file))) {
                if (!name.startsWith(module + ".") && !published.contains(name)) {
                    offences.add(file + " names " + name);
                }
            }
        }
        assertThat(offences).isEmpty();
    }

    @Test
    void migrationsStayInTheirSchema() throws IOException {
        var offences = new ArrayList<String>();
        for (var file : files(MIGRATIONS, ".sql")) {
            var module = MIGRATIONS.relativize(file).getName(0).toString();
            for (var name : referenced(Files.readString(file))) {
                if (!name.startsWith(module + ".") && !published().contains(name)) {
                    offences.add(file + " names " + name);
                }
            }
        }
        assertThat(offences).isEmpty();
    }

    private static Set<String> published() throws IOException {
        var views = new HashSet<String>();
        for (var file : files(MIGRATIONS, ".sql")) {
            var found = Pattern.compile("create (?:or replace )?view ([a-z_]+\\.[a-z_]+)")
                    .matcher(Files.readString(file));
            while (found.find()) {
                views.add(found.group(1));
            }
        }
        return views;
    }

    private static Set<String> named(String java) {
        var sql = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL)
                .matcher(java);
        var names = new HashSet<String>();
        while (sql.find()) {
            names.addAll(referenced(sql.group()));
        }
        return names;
    }

    private static Set<String> referenced(String sql) {
        var found = Pattern.compile("\\b(?:from|join|into|update|table|references|on|exists|only)\\s+((?:"
                        + String.join("|", Modules.all()) + ")\\.[a-z_]+)\\b")
                .matcher(sql);
        var names = new HashSet<String>();
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
