package kith.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kith.community.Community;
import kith.community.Founding;
import kith.community.HouseCommunities;
import kith.community.Packs;
import kith.house.Arguments;
import kith.house.HouseProblem;
import kith.house.HouseTest;
import kith.house.Terminal;
import kith.identity.Ids;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operator imports what others have made; the real files, where they lie beside the project. */
@HouseTest
class SharedDataTest {
    private static final Path SHARED = SharedData.at(System.getenv().getOrDefault("KITH_SHARED", ""));
    private static final Path ARTICLES = SHARED.resolve("library/articles.jsonl");
    private static final Path QUESTIONS = SHARED.resolve("questions/questions.jsonl");

    @Autowired
    ImportCommand command;

    @Autowired
    Founding founding;

    @Autowired
    HouseCommunities communities;

    @Autowired
    JdbcClient sql;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Community harbour;

    @BeforeEach
    void found() {
        var slug = "harbour-" + Ids.next().toString().substring(24);
        founding.foundAsHouse(
                new Founding.Wish(Packs.shipped().newest("autoimmune", "en").orElseThrow(), "Harbour", slug));
        harbour = communities.findAsHouse(slug).orElseThrow();
    }

    @Test
    void allArticlesComeOnceHoweverOftenTheyAreBrought() {
        var file = present(ARTICLES);
        assertThat(imported("articles", file)).endsWith("articles: 344 new, 0 unchanged, 0 refused");
        assertThat(imported("articles", file)).endsWith("articles: 0 new, 344 unchanged, 0 refused");
        assertThat(articles("true")).isEqualTo(344);
        assertThat(articles("source = '' or source_url = '' or licence = '' or review_due is null"))
                .isZero();
        assertThat(articles("html like '%<script%' or body ~ '[[][0-9]+[]]'")).isZero();
        assertThat(articles("title like '%(are)%' or title like '% ?'")).isZero();
    }

    @Test
    void anArticleThatSomebodyHereChangedStays() throws IOException {
        var line = Files.readAllLines(present(ARTICLES)).getFirst();
        var file = Files.write(folder.resolve("one.jsonl"), List.of(line));
        imported("articles", file);
        sql.sql("update library.article set own = true, body = 'Ours now' where community_id = :c")
                .param("c", harbour.id().value())
                .update();
        Files.write(file, List.of(line.replace("Alcohol intolerance is", "Alcohol intolerance can be")));
        assertThat(imported("articles", file)).endsWith("0 new, 1 unchanged, 0 refused");
        assertThat(articles("body = 'Ours now'")).isOne();
    }

    @Test
    void anArticleThatChangedOutsideKeepsWhatItSaidBefore() throws IOException {
        var line = Files.readAllLines(present(ARTICLES)).getFirst();
        var file = Files.write(folder.resolve("one.jsonl"), List.of(line));
        imported("articles", file);
        Files.write(file, List.of(line.replace("Alcohol intolerance is", "Alcohol intolerance can be")));
        assertThat(imported("articles", file)).endsWith("0 new, 1 changed, 0 unchanged, 0 refused");
        assertThat(sql.sql(
                                "select count(*)::int from library.version v join library.article a on a.id = v.article_id where a.community_id = :c")
                        .param("c", harbour.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void badLinesAreNamedAndTheRestComes() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(present(ARTICLES)).subList(0, 3));
        lines.set(1, "{\"id\": \"x\", \"focus\": \"Lupus\", \"colour\": \"red\"}");
        lines.add("{\"id\": \"y\", \"focus\": \"Lupus\", \"question\": \"What is Lupus?\", \"source\": \"GARD\"}");
        lines.add("broken");
        var file = Files.write(folder.resolve("some.jsonl"), lines);
        assertThat(imported("articles", file)).endsWith("2 new, 0 unchanged, 3 refused");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("line 2: there is no field “colour” in this format")
                .contains("line 4: the field “answer” is missing")
                .contains("line 5: this is not whole JSON");
    }

    @Test
    void allQuestionsBecomeTopicsWithTheirReferenceAnswers() {
        var file = present(QUESTIONS);
        assertThat(imported("questions", file)).endsWith("questions: 46 new, 0 unchanged, 0 refused");
        assertThat(imported("questions", file)).endsWith("questions: 0 new, 46 unchanged, 0 refused");
        var posts = sql.sql("""
                        select count(*) filter (where p.opens)::int as topics, count(*) filter (where not p.opens)::int as answers,
                               count(*) filter (where p.source_licence = '' or not p.opens and p.source_url = '')::int as nowhere,
                               min(s.slug) as section, sum(t.reply_count) filter (where p.opens)::int as counted
                        from conversation.post p join conversation.topic t on t.id = p.topic_id join community.section_name s on s.id = t.section_id
                        where p.community_id = :c
                        """).param("c", harbour.id().value()).query().singleRow();
        assertThat(posts)
                .containsEntry("topics", 46)
                .containsEntry("answers", 74)
                .containsEntry("counted", 74)
                .containsEntry("nowhere", 0)
                .containsEntry("section", "medicines");
    }

    @Test
    void broughtAsAdviceAllQuestionsAreAnsweredOnesThatNobodyHereAnswered() {
        var file = present(QUESTIONS);
        assertThat(imported("questions", file, "--as", "advice")).endsWith("questions: 46 new, 0 unchanged, 0 refused");
        assertThat(imported("questions", file, "--as", "advice")).endsWith("questions: 0 new, 46 unchanged, 0 refused");
        var advice = sql.sql("""
                        select count(distinct q.id)::int as questions, count(e.id)::int as answers,
                               count(*) filter (where e.author is not null or e.minutes is not null or e.valid_until is not null)::int as ours,
                               count(*) filter (where e.outside not like 'Reference answer, %' or s.title is null or s.title = '')::int as nowhere,
                               count(*) filter (where q.asker is not null or q.closed or q.state <> 'ENDED' or q.answered_at is null or q.source = '')::int as odd,
                               (select count(distinct p.question_id)::int from advice.posting p where p.community_id = :c) as learned,
                               (select count(*)::int from conversation.topic t where t.community_id = :c) as topics
                        from advice.question q join advice.entry e on e.question_id = q.id and e.state = 'OUT'
                        left join advice.source s on s.entry_id = e.id where q.community_id = :c
                        """).param("c", harbour.id().value()).query().singleRow();
        assertThat(advice)
                .containsEntry("questions", 46)
                .containsEntry("answers", 74)
                .containsEntry("ours", 0)
                .containsEntry("nowhere", 0)
                .containsEntry("odd", 0)
                .containsEntry("learned", 46)
                .containsEntry("topics", 0);
    }

    @Test
    void badQuestionsAreNamedAndTheRestIsAnswered() throws IOException {
        var good = "{\"id\": \"a\", \"subject\": \"stairs\", \"message\": \"May I climb stairs?\", \"answers\": ["
                + "{\"answer\": \"Yes, slowly.\", \"source\": \"https://example.org/stairs\"}]}";
        var lines = List.of(good, "{\"id\": \"b\", \"subject\": \"none\", \"message\": \"Why?\"}", "broken");
        var file = Files.write(folder.resolve("questions.jsonl"), lines);
        assertThat(imported("questions", file, "--as", "advice")).endsWith("1 new, 0 unchanged, 2 refused");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("line 2: the field “answers” is missing")
                .contains("line 3: this is not whole JSON");
    }

    @Test
    void onlyQuestionsComeAsAdvice() {
        Assertions.assertThatThrownBy(() -> imported("articles", folder, "--as", "advice"))
                .hasMessageContaining("Only questions");
        Assertions.assertThatThrownBy(() -> imported("questions", folder, "--as", "gossip"))
                .hasMessageContaining("Only questions");
    }

    @Test
    void whatIsMissingIsSaidInOneSentence() {
        Assertions.assertThatThrownBy(() -> imported("articles", folder.resolve("none.jsonl")))
                .isInstanceOf(HouseProblem.class)
                .hasMessageContaining("There is no file");
        Assertions.assertThatThrownBy(() -> command.run(
                        new Arguments(List.of("articles", "pom.xml", "--community", "nowhere")), terminal()))
                .isInstanceOf(HouseProblem.class)
                .hasMessageContaining("There is no community \"nowhere\" here");
        Assertions.assertThatThrownBy(() -> imported("pictures", folder)).isInstanceOf(HouseProblem.class);
    }

    private static Path present(Path file) {
        assumeTrue(Files.isReadable(file), () -> file + " is not beside the project: skipped");
        return file;
    }

    private String imported(String what, Path file, String... more) {
        var words = new ArrayList<>(List.of(what, file.toString(), "--community", harbour.slug()));
        words.addAll(List.of(more));
        command.run(new Arguments(words), terminal());
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    private Terminal terminal() {
        return Terminal.on(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private int articles(String which) {
        return sql.sql("select count(*)::int from library.article where community_id = :c and (" + which + ")")
                .param("c", harbour.id().value())
                .query(Integer.class)
                .single();
    }
}
