package kith.page;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every sentence of the house in every language it speaks, from {@code messages/<module>_<language>.properties} (ICU message patterns, UTF-8). */
@Component
public final class Phrases {
    /** The languages that are complete; the first is the fallback. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Map<String, Map<String, String>> patterns = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Map<String, Plain> plain = new ConcurrentHashMap<>();
    private final Map<Counted, String> counted = new ConcurrentHashMap<>();

    public Phrases() throws IOException {
        for (var language : LANGUAGES) {
            patterns.put(language.getLanguage(), load(language.getLanguage()));
        }
    }

    private static Map<String, String> load(String language) throws IOException {
        var all = new HashMap<String, String>();
        var files = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:messages/*_" + language + ".properties");
        for (var file : files) {
            var properties = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            properties.forEach((key, pattern) -> all.put((String) key, (String) pattern));
        }
        return all;
    }

    /** The phrase of a key in a language, its places filled; the key itself where no language has it. */
    public String say(Locale locale, String key, Object... args) {
        var language = patterns.containsKey(locale.getLanguage())
                ? locale.getLanguage()
                : LANGUAGES.getFirst().getLanguage();
        var pattern = pattern(language, key);
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        if (Arrays.stream(args).allMatch(String.class::isInstance)) {
            return plain.computeIfAbsent(pattern, Plain::of)
                    .fill(args)
                    .orElseGet(() -> format(language, key, pattern, args));
        }
        return args.length == 1 && args[0] instanceof Number number && Counted.fits(number)
                ? counted.computeIfAbsent(
                        new Counted(language, key, number.intValue()), k -> format(language, key, pattern, args))
                : format(language, key, pattern, args);
    }

    /** A phrase with a small number in it, which pages say over and over. */
    private record Counted(String language, String key, int number) {
        static final int MOST = 60;

        static boolean fits(Number number) {
            return (number instanceof Integer || number instanceof Long)
                    && number.longValue() >= 0
                    && number.longValue() <= MOST;
        }
    }

    private String format(String language, String key, String pattern, Object... args) {
        var format =
                formats.computeIfAbsent(language + ' ' + key, k -> new MessageFormat(pattern, Locale.of(language)));
        return ((MessageFormat) format.clone()).format(args);
    }

    String pattern(String language, String key) {
        var own = patterns.getOrDefault(language, Map.of()).get(key);
        return own != null
                ? own
                : patterns.getOrDefault(LANGUAGES.getFirst().getLanguage(), Map.of())
                        .getOrDefault(key, key);
    }

    /** The language of the house that suits a reader's wishes best, or {@code otherwise} where it speaks none of them. */
    public static Locale best(List<Locale> wishes, Locale otherwise) {
        return wishes.stream()
                .flatMap(wish -> LANGUAGES.stream().filter(l -> l.getLanguage().equals(wish.getLanguage())))
                .findFirst()
                .orElse(otherwise);
    }

    /** All keys of a language, for the test that keeps the languages complete. */
    java.util.Set<String> keys(Locale language) {
        return patterns.getOrDefault(language.getLanguage(), Map.of()).keySet();
    }
}
