package kith.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlainTest {
    private static final Object[] ARGS = {"O'Neil", "{0}", "''", "a", "b", "c", "d", "e", "f", "g"};

    @Test
    void aPhrasePutTogetherWithoutIcuSaysWhatIcuSays() throws IOException {
        var phrases = new Phrases();
        var plain = 0;
        var differing = new ArrayList<String>();
        for (var language : Phrases.LANGUAGES) {
            for (var key : phrases.keys(language)) {
                var pattern = phrases.pattern(language.getLanguage(), key);
                var filled = pattern.contains("{") ? Plain.of(pattern).fill(ARGS) : java.util.Optional.<String>empty();
                plain += filled.isPresent() ? 1 : 0;
                if (filled.isPresent() && !filled.get().equals(icu(pattern, language))) {
                    differing.add(key + ": " + filled.get());
                }
            }
        }
        assertThat(differing).isEmpty();
        assertThat(plain).isGreaterThan(100);
    }

    private static String icu(String pattern, Locale language) {
        return new MessageFormat(pattern, language).format(ARGS);
    }

    @Test
    void pluralsQuotesAndMissingTextsAreLeftToIcu() {
        assertThat(Plain.of("{0, plural, one{a post} other{# posts}} by {1}").fill("1", "Fi"))
                .isEmpty();
        assertThat(Plain.of("it''s {0}").fill("Fi")).isEmpty();
        assertThat(Plain.of("'{'{0}").fill("Fi")).isEmpty();
        assertThat(Plain.of("{0} and {1}").fill("Fi")).isEmpty();
        assertThat(Plain.of("it's {1} and {0}").fill("Fi", "Wai")).contains("it's Wai and Fi");
    }
}
