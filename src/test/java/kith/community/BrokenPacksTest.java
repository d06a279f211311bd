package kith.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ana writes her own pack; each of her slips is told with its line and in a sentence she understands. */
class BrokenPacksTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("name: Small place", "nam: Small place", 4, "a pack has no “nam” here"),
                arguments("name: Small place", "nam: Small place", 1, "“name” is missing in “pack”"),
                arguments(
                        "version: 1\nlanguage",
                        "version: one\nlanguage",
                        2,
                        "“version” must be a whole number, not text"),
                arguments("language: en", "language: english", 3, "must be a language such as en"),
                arguments("tagline: The", "name: Twice\ntagline: The", 5, "“name” is written twice here"),
                arguments("tagline: The smallest good pack", "tagline: The: smallest", 5, "not readable as YAML"),
                arguments("welcome: Come in.", "welcome:", 22, "“welcome” must be text, not empty"),
                arguments(
                        "joining: open", "joining: maybe", 23, "“joining” is “maybe”; it must be one of open, request"),
                arguments("minimum_age: 18", "minimum_age: 3", 24, "“minimum_age” is 3; it must be between 13 and 25"),
                arguments("accent: \"#0d6b5b\"", "accent: \"#5cc8b2\"", 8, "contrast of only 2.0 : 1"),
                arguments("Hello {name}", "Hello you", 14, "the greeting holds {name}"),
                arguments("{id: blue, name: Blue}", "", 37, "needs at least two options"),
                arguments("id: when, kind: date", "id: colour, kind: date", 38, "question id “colour” is used twice"),
                arguments("kind: money", "kind: rating", 39, "“kind” is “rating”"),
                arguments("slug: wins", "slug: hello", 43, "section slug “hello” is used twice"),
                arguments("slug: wins", "slug: Our Wins", 43, "must be a lower-case word"),
                arguments(
                        "content_note: hard", "content_note: soft", 42, "there is no content note “soft” in this pack"),
                arguments("    name: Pain", "    name: MMAS-8", 48, "“mmas” needs a licence"),
                arguments("min: 0, max: 10", "min: 10, max: 10", 50, "“min” must be below “max”"),
                arguments("tracker: pain", "tracker: joy", 54, "there is no tracker “joy” in this pack"),
                arguments(
                        "from_week: 2, until_week: 3",
                        "from_week: 3, until_week: 2",
                        63,
                        "ends in week 2, before it begins"),
                arguments("from_week: 2, until_week: 3", "from_week: 2, until_week: 5", 63, "but the plan has 4 weeks"),
                arguments("from_week: 1, until_week: 4", "from_week: 3, until_week: 4", 63, "write them in order"),
                arguments("first_reply: PT4H", "first_reply: PT0H", 66, "must be longer than nothing"),
                arguments("first_reply: PT4H", "first_reply: 4 hours", 66, "must be a time such as PT4H"),
                arguments("red: PT2H", "red: PT30M", 73, "“red” is promised sooner than something more urgent"),
                arguments("  NZ:", "  XX:", 76, "there is no country “XX”"),
                arguments("emergency: \"111\"", "emergency: 111", 77, "put it in quotes: \"111\""),
                arguments("phone: \"1737\"", "phone: \"call us\"", 81, "not a telephone number"),
                arguments("  default:", "  AU:", 76, "“default” is missing"),
                arguments("(out|on)", "(out|on", 92, "this regular expression cannot be read"),
                arguments("(out|on)", "(o+)+", 92, "can take for ever"),
                arguments("(out|on)", "(o|oo){2,9}", 92, "can take for ever"),
                arguments("screening: [dark]", "screening: [light]", 95, "there is no screening entry “light”"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void eachMistakeIsToldWithItsLine(String good, String bad, int line, String reason) {
        assertThat(SmallPack.problems(SmallPack.with(good, bad))).anySatisfy(problem -> {
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.file()).isEqualTo("small.yaml");
        });
    }

    @Test
    void aBoundedRegularExpressionIsWelcome() {
        assertThat(SmallPack.problems(SmallPack.with("(out|on)", ".{0,20}(out|on)?\\\\+")))
                .isEmpty();
    }

    @Test
    void theSmallPackItselfIsGood() {
        assertThat(SmallPack.problems(SmallPack.text())).isEmpty();
    }

    @Test
    void allMistakesAreToldAtOnceInTheOrderOfTheirLines() {
        var text = SmallPack.with("joining: open", "joining: maybe")
                .replace("slug: wins", "slug: hello")
                .replace("red: PT2H", "rod: PT2H");

        assertThat(SmallPack.problems(text)).extracting(PackProblem::line).containsExactly(23, 43, 65, 73);
    }

    @Test
    void theSentenceReadsLikeOne() {
        assertThat(SmallPack.problems(SmallPack.with("slug: wins", "slug: hello")))
                .extracting(PackProblem::sentence)
                .containsExactly("small.yaml, line 43: section slug “hello” is used twice");
    }
}
