package kith.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence exists in every language, with the same places to fill. */
class PhrasesTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path CODE = Path.of("src/main/java/kith");

    @Test
    void everyLanguageHasEveryPhrase() throws IOException {
        var english = phrases("en");
        var german = phrases("de");
        assertThat(german.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        assertThat(english).isNotEmpty();
    }

    @Test
    void phrasesAreWellFormedAndFillTheSamePlaces() throws IOException {
        var english = phrases("en");
        var german = phrases("de");
        for (var key : english.keySet()) {
            assertThat(places(german.get(key), Locale.GERMAN))
                    .as(key)
                    .isEqualTo(places(english.get(key), Locale.ENGLISH));
        }
    }

    @Test
    void everyKeyThatThePagesAskForExists() throws IOException {
        var known = phrases("en").keySet();
        var modules = String.join("|", Modules.all());
        var asked = Pattern.compile("\"((?:" + modules + ")\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)*)\"(?!\\s*\\+)");
        var missing = new TreeSet<String>();
        for (var file : files(CODE)) {
            var found = asked.matcher(Files.readString(file));
            while (found.find()) {
                if (isPhrase(Files.readString(file), found.group(1)) && !known.contains(found.group(1))) {
                    missing.add(found.group(1) + " in " + file);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isPhrase(String code, String key) {
        return Pattern.compile("(?:\\bt|Refusal\\.of|SeeOther|Way|say)\\([^;]{0,160}?\"" + Pattern.quote(key) + "\"")
                .matcher(code)
                .find();
    }

    private static TreeSet<String> places(String pattern, Locale language) {
        return new TreeSet<>(new MessageFormat(pattern, language).getArgumentNames());
    }

    private static Map<String, String> phrases(String language) throws IOException {
        var all = new HashMap<String, String>();
        var twice = new ArrayList<String>();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (var file : files.filter(f -> f.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                var properties = new Properties();
                properties.load(new StringReader(Files.readString(file)));
                properties.forEach((key, value) -> {
                    if (all.put((String) key, (String) value) != null) {
                        twice.add((String) key);
                    }
                });
            }
        }
        assertThat(twice).as("keys given twice").isEmpty();
        return all;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(
                            f -> f.toString().endsWith(".java") || f.toString().endsWith(".jte"))
                    .toList();
        }
    }
}
