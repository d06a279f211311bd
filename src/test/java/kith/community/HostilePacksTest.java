package kith.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody sends a file that is no pack but an attack: it is refused in words, quickly, and nothing of it is run. */
@Timeout(5)
class HostilePacksTest {

    @Test
    void billionLaughsAreNotLaughed() {
        var laughs = new StringBuilder("a0: &a0 [lol]\n");
        for (var at = 1; at < 30; at++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(at, at, at - 1, at - 1, at - 1));
        }
        refused(laughs.toString(), 1, "anchors and aliases");
    }

    @Test
    void noJavaObjectIsMade() {
        var tag =
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:1/\"]]]]";
        refused(SmallPack.with("welcome: Come in.", "welcome: " + tag), 22, "tags (!) are not used");
        refused("--- !!java.util.Date 1\n", 1, "tags (!) are not used");
        refused("%TAG ! tag:yaml.org,2002:\n---\n!java.util.Date 1\n", 3, "tags (!) are not used");
    }

    @Test
    void theHugeAndTheDeepAreRefused() {
        refused("name: " + "a".repeat(400_000), 1, "larger than");
        refused("[".repeat(100_000), 1, "nested too deeply");
        refused("a:\n" + "- ".repeat(5_000) + "x", 2, "nested too deeply");
    }

    @Test
    void anEndlessStreamEnds() throws IOException {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
        assertThat(new PackReader().read("endless.yaml", endless)).isInstanceOf(PackReader.Refused.class);
    }

    @Test
    void aRecursiveAnchorAndASecondDocumentAreRefused() {
        refused("&me [*me]", 1, "anchors and aliases");
        refused("? &k {a: b}\n: c\n", 1, "anchors and aliases");
        refused("a: b\n---\nc: d\n", 2, "one document");
    }

    @Test
    void oddBytesAreNoText() throws IOException {
        var bytes = new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe};
        assertThat(new PackReader().read("odd.yaml", new ByteArrayInputStream(bytes)))
                .isEqualTo(new PackReader.Refused(
                        java.util.List.of(new PackProblem("odd.yaml", 1, 1, "the file is not UTF-8 text"))));
        refused("a: b\nc: \u0000", 2, "a character here that no text has");
    }

    @Test
    void keysThatAreNoWordsAndFilesThatAreNoPacksAreRefused() {
        refused("", 1, "the file is empty");
        refused("just words", 1, "must be a list of keys and values");
        refused("- a\n- b", 1, "must be a list of keys and values");
        refused("{[a, b]: c}", 1, "a pack has no “” here");
        refused("a: [", 1, "not readable as YAML");
        refused("a:\t- b", 1, "not readable as YAML");
    }

    @Test
    void hugeNumbersDoNoHarm() {
        refused(SmallPack.with("minimum_age: 18", "minimum_age: 1e999999999"), 24, "must be a whole number");
        refused(SmallPack.with("minimum_age: 18", "minimum_age: 99999999999999999"), 24, "between 13 and 25");
        refused(SmallPack.with("weeks: 4", "weeks: " + "9".repeat(5_000)), 59, "must be a whole number");
        refused(SmallPack.with("red: PT2H", "red: PT99999999999999999999H"), 73, "must be a time such as PT4H");
    }

    @Test
    void noScreeningPatternOfAPackTakesForEver() {
        var long1 = "thought ".repeat(20_000);
        var start = System.nanoTime();
        SmallPack.pack(SmallPack.text()).screening().forEach(entry -> entry.matches(long1));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private static void refused(String text, int line, String reason) {
        assertThat(SmallPack.problems(text)).anySatisfy(problem -> {
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isEqualTo(line);
        });
    }
}
