package kith.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents name files that exist. */
class WalksTest {
    @Test
    void everyFileThatADocumentNamesExists() throws IOException {
        var missing = new ArrayList<String>();
        for (var document : documents()) {
            var named = Pattern.compile("`((?:src|docs|bin)/[A-Za-z0-9_./-]+)`").matcher(Files.readString(document));
            while (named.find()) {
                if (!Files.exists(Path.of(named.group(1)))) {
                    missing.add(named.group(1) + " in " + document);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(docs.filter(f -> f.toString().endsWith(".md")), Stream.of(Path.of("README.md")))
                    .filter(Files::exists)
                    .toList();
        }
    }
}
