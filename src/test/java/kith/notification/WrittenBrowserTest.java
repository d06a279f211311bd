package kith.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import kith.Browser;
import kith.Eye;
import kith.page.Phrases;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every mail that the house writes, in every language, as a phone shows it: readable by day and by night, equal in words to its plain text, asking nobody for anything. */
@Tag("browser")
class WrittenBrowserTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final String LINK = "https://house.example.org/sign-in-links/" + "AbC1".repeat(11);
    /** What would tell over somebody's shoulder what the house is about. */
    private static final String TELLING =
            "(?i).*(illness|disease|health|patient|smok|drink|krank|gesund|rauch|trink|patien).*";

    @Test
    void everyMailIsReadableAndSaysTheSameTwice() throws IOException {
        var phrases = new Phrases();
        var eye = new Eye();
        var asked = new ArrayList<String>();
        try (var person = Browser.person()) {
            var page = person.newPage();
            page.onRequest(request -> asked.add(request.url()));
            for (var language : Phrases.LANGUAGES) {
                for (var key : mails()) {
                    read(phrases, language, key, eye, page);
                }
            }
        }
        assertThat(eye.faults()).isEmpty();
        assertThat(asked.stream().filter(url -> !url.startsWith("about:"))).isEmpty();
    }

    private static void read(Phrases phrases, Locale language, String key, Eye eye, Page page) {
        var link = phrases.say(language, key + ".button").endsWith(".button") ? null : LINK;
        var written = Written.of(phrases, language, key, link, "Ana", "some", "Come in & <sit>.\n\nWarmly");
        assertThat(written.subject()).doesNotMatch(TELLING).doesNotContain("{", key);
        assertThat(written.html()).doesNotContain("<img", "src=", "<script", "{0}");
        var shown = Jsoup.parse(written.html()).body().text();
        for (var words : written.text().replace("-- \n", "").split("\n+")) {
            assertThat(shown)
                    .as(key)
                    .contains(words.replaceFirst(":$", "").strip().replaceAll("\\s+", " "));
        }
        page.setContent(written.html());
        eye.look(page, "mail-" + key.replace('.', '-') + "-" + language.getLanguage());
    }

    /** The keys of all mails: they have a subject and a text. */
    private static List<String> mails() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.list(MESSAGES)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith("_en.properties")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.matches("[a-z.-]+\\.(mail\\.[a-z-]+|trial)\\.subject=.*"))
                        .forEach(line -> keys.add(line.substring(0, line.indexOf(".subject="))));
            }
        }
        assertThat(keys).hasSizeGreaterThan(18);
        return List.copyOf(keys);
    }
}
