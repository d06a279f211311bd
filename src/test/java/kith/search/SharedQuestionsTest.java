package kith.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kith.community.Communities;
import kith.community.Founding;
import kith.community.HouseCommunities;
import kith.community.Packs;
import kith.community.Place;
import kith.house.Arguments;
import kith.house.Command;
import kith.house.HouseTest;
import kith.house.Terminal;
import kith.identity.Card;
import kith.identity.Status;
import kith.identity.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries the search on 46 questions that people really asked, in their own words, against a list of right answers that somebody made after indexing all of it
 * ({@code search/right-answers.tsv}: ids alone). What {@code docs/search.md} reports is measured here.
 */
@HouseTest
class SharedQuestionsTest {
    private static final Path SHARED = shared();

    @Autowired
    List<Command> commands;

    @Autowired
    Founding founding;

    @Autowired
    HouseCommunities all;

    @Autowired
    Communities communities;

    @Autowired
    Indexing indexing;

    @Autowired
    Search search;

    @Autowired
    JdbcClient sql;

    @Autowired
    JsonMapper json;

    private record Question(String id, String subject, String message, String summary) {
        /** What its asker wrote, and nothing else. */
        String own() {
            return (subject + " " + message).strip();
        }
    }

    @Test
    void aQuestionInItsOwnWordsFindsRightAnswersAmongTheBestThree() throws IOException {
        assumeTrue(
                Files.isReadable(SHARED.resolve("questions/questions.jsonl")),
                () -> SHARED + " is not beside the project: skipped");
        var place = harbour();
        var questions = questions();
        var right = right();
        var asked = measure(place, questions, right, Question::own);
        // As if none of them had ever been asked here: only what experts answered, the other questions, and the library
        // are left.
        sql.sql("delete from search.document where opens and community_id = :c")
                .param("c", place.community().id().value())
                .update();
        var fresh = measure(place, questions, right, Question::own);
        var brief = measure(place, questions, right, Question::summary);
        System.out.printf("asked before: %s%nnever asked:  %s%nin brief:     %s%n", asked, fresh, brief);
        assertThat(asked.reciprocal()).isGreaterThan(0.95);
        assertThat(fresh.reciprocal()).isGreaterThan(0.6);
        assertThat(brief.reciprocal()).isGreaterThan(0.75);
    }

    /** Mean reciprocal rank and the share with a right answer among the best three. */
    private record Measure(int questions, double reciprocal, double three, List<String> missed) {
        @Override
        public String toString() {
            return "%d questions, mean reciprocal rank %.3f, right among the best three %.3f; not: %s"
                    .formatted(questions, reciprocal, three, String.join(" ", missed));
        }
    }

    private Measure measure(
            Place place,
            List<Question> questions,
            Map<String, Set<String>> right,
            java.util.function.Function<Question, String> words) {
        var sum = 0.0;
        var three = 0;
        var missed = new ArrayList<String>();
        for (var question : questions) {
            var asked = new Asked(words.apply(question), Asked.Kind.ALL, "", Asked.Within.EVER, Asked.Answered.EITHER);
            var found = search.find(place, asked, null, null);
            var keys = found.finds().stream().map(this::key).toList();
            var rank = keys.stream()
                            .map(right.get(question.id())::contains)
                            .toList()
                            .indexOf(true)
                    + 1;
            sum += rank == 0 ? 0 : 1.0 / rank;
            three += rank > 0 && rank <= 3 ? 1 : 0;
            if (rank == 0 || rank > 3) {
                missed.add(question.id() + ":" + rank);
            }
            if (System.getProperty("kith.say") != null) {
                System.out.println(question.id() + " " + rank + " "
                        + keys.stream().limit(4).toList() + found.meant() + found.unsaid());
            }
        }
        return new Measure(questions.size(), sum / questions.size(), 1.0 * three / questions.size(), missed);
    }

    /** By what a find is known outside this house: the key of its article or topic. */
    private String key(Find find) {
        var post = find.post();
        return sql.sql(
                        post == null
                                ? "select external_key from library.article where id = :id"
                                : "select external_key from conversation.topic where id = :id")
                .param("id", post == null ? find.id() : post.topic().id().value())
                .query(String.class)
                .single();
    }

    private Place harbour() {
        founding.foundAsHouse(new Founding.Wish(
                Packs.shipped().newest("autoimmune", "en").orElseThrow(), "Harbour", "harbour-search"));
        var harbour = all.findAsHouse("harbour-search").orElseThrow();
        sql.sql("update community.community set visibility = 'OPEN_TO_READ' where id = :id")
                .param("id", harbour.id().value())
                .update();
        bring("articles", "library/articles.jsonl");
        bring("questions", "questions/questions.jsonl");
        indexing.catchUpAsHouse();
        var reader = new Viewer(null, Status.ACTIVE, false, Card.NOBODY, Locale.ENGLISH, ZoneOffset.UTC, null, null);
        return communities.find(reader, harbour.slug());
    }

    private void bring(String what, String file) {
        commands.stream()
                .filter(command -> command.name().equals("import"))
                .forEach(command -> command.run(
                        new Arguments(List.of(what, SHARED.resolve(file).toString(), "--community", "harbour-search")),
                        Terminal.on(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))));
    }

    private List<Question> questions() throws IOException {
        return Files.readAllLines(SHARED.resolve("questions/questions.jsonl")).stream()
                .map(json::readTree)
                .map(line -> new Question(
                        line.path("id").asString(),
                        line.path("subject").asString(),
                        line.path("message").asString(),
                        line.path("summary").asString()))
                .toList();
    }

    /** A question's own conversation is always right: it was answered there. */
    private Map<String, Set<String>> right() throws IOException {
        var right = new LinkedHashMap<String, Set<String>>();
        try (var file = SharedQuestionsTest.class.getResourceAsStream("/search/right-answers.tsv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .forEach(line -> right.put(
                            line[0], java.util.Arrays.stream(line[1].split(" ")).collect(Collectors.toSet())));
        }
        return right;
    }

    private static Path shared() {
        var named = System.getenv("KITH_SHARED");
        var found = named != null ? Path.of(named) : Path.of("../shared/data");
        return Files.isDirectory(found) ? found : Path.of("../../shared/data");
    }
}
