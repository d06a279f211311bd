package kith.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import kith.community.Communities;
import kith.community.Founding;
import kith.community.Memberships;
import kith.community.Packs;
import kith.community.Place;
import kith.community.Role;
import kith.community.SectionId;
import kith.house.Arguments;
import kith.house.Command;
import kith.house.Terminal;
import kith.house.TestHouse;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.identity.Status;
import kith.identity.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * Asks 46 real questions again in other words ({@code advice/paraphrases.tsv}, written before anything was measured): is the right one among the first that are
 * offered? {@code docs/search.md} says what this reports; {@code -Dkith.write=true} writes it anew.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class AnsweredBeforeTest {
    private static final Path FILE = Path.of("docs/search.md");
    private static final String BEGIN = "<!-- answered before -->\n";
    private static final String END = "<!-- until here -->\n";

    @Autowired
    List<Command> commands;

    @Autowired
    Founding founding;

    @Autowired
    Memberships memberships;

    @Autowired
    Communities communities;

    @Autowired
    Known known;

    @Autowired
    ArrivingQuestions arriving;

    @Autowired
    JdbcClient sql;

    @Test
    void whatIsAskedAgainInOtherWordsIsOfferedAmongTheFirstThree() throws IOException {
        var named = System.getenv("KITH_SHARED");
        var beside = Path.of(Files.isDirectory(Path.of("../shared/data")) ? "../shared/data" : "../../shared/data");
        var shared = (named == null ? beside : Path.of(named)).resolve("questions/questions.jsonl");
        assumeTrue(Files.isReadable(shared), () -> shared + " is not beside the project: skipped");
        var place = place();
        command(List.of(
                "questions",
                shared.toString(),
                "--as",
                "advice",
                "--community",
                place.community().slug()));
        command(List.of(
                "questions",
                shared.toString(),
                "--as",
                "advice",
                "--community",
                place.community().slug()));
        assertThat(sql.sql("select count(*) from advice.question where community_id = :id")
                        .param("id", place.community().id().value())
                        .query(Integer.class)
                        .single())
                .as("twice brings nothing twice")
                .isEqualTo(46);

        var ranks = ranks(place);
        var at3 = ranks.stream().filter(rank -> rank > 0 && rank <= 3).count();
        var at10 = ranks.stream().filter(rank -> rank > 0).count();
        var mrr = ranks.stream().mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank).sum() / ranks.size();
        var report = String.format(
                Locale.ROOT,
                "| among the first three | among the first ten | mean reciprocal rank |%n|---|---|---|%n| %d of %d (%.2f) | %d of %d (%.2f) | %.2f |%n",
                at3,
                ranks.size(),
                at3 / (double) ranks.size(),
                at10,
                ranks.size(),
                at10 / (double) ranks.size(),
                mrr);
        var text = Files.readString(FILE);
        var before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        var after = text.substring(text.indexOf(END));
        if (Boolean.getBoolean("kith.write")) {
            Files.writeString(FILE, before + report + after);
        }
        assertThat(Files.readString(FILE)).isEqualTo(before + report + after);
        assertThat(at3 / (double) ranks.size()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void anOldQuestionAboutItIsOfferedBeforeThousandsOfNewerOnesThatNameIt() {
        var place = place();
        var community = place.community().id();
        var section = sql.sql("select id from community.section where community_id = :id limit 1")
                .param("id", community.value())
                .query((row, n) -> new SectionId(row.getObject(1, java.util.UUID.class)))
                .single();
        arriving.bringAsHouse(
                community,
                section,
                new ArrivingQuestions.Arrival(
                        "old",
                        "Prednisolone in the evening",
                        "Does it matter when I take it?",
                        "Elsewhere",
                        Instant.parse("2024-01-01T00:00:00Z"),
                        List.of(new ArrivingQuestions.Reply(
                                "Elsewhere",
                                "Prednisolone is best taken in the morning.",
                                new Entry.Source("Elsewhere", "", null)))));
        crowd(community.value(), section.value());
        assertThat(known.like(place, "Prednisolone?", 3).getFirst().title()).isEqualTo("Prednisolone in the evening");
    }

    /** 4,000 newer ones, of which 900 name the medicine in passing. */
    private void crowd(java.util.UUID community, java.util.UUID section) {
        sql.sql("""
                        with made as (
                            insert into advice.question (id, community_id, section_id, anonymous, closed, title, body, html, language, asked_at, waits_since,
                                due_at, look_at, state, answered_at)
                            select ('ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, :community, :section, true, false, 'Another ' || n, '', '', '',
                                now(), now(), now(), now(), 'ENDED', now() from generate_series(1, 4000) n returning id),
                        said as (
                            insert into advice.posting (community_id, form, question_id, weight)
                            select :community, 'anoth', id, 1.5 from made
                            union all select :community, 'prednisolon', id, 0.5 from made where right(id::text, 4)::int <= 900)
                        insert into advice.form (community_id, form, questions) values (:community, 'anoth', 4000), (:community, 'prednisolon', 901)
                        on conflict (community_id, form) do update set questions = excluded.questions""").param("community", community).param("section", section).update();
    }

    /** For each, where the right one stands among ten; nought where it does not. */
    private List<Integer> ranks(Place place) throws IOException {
        var right = new LinkedHashMap<String, String>();
        sql.sql("select imported, id from advice.question where community_id = :id")
                .param("id", place.community().id().value())
                .query(row -> {
                    var key = row.getString("imported");
                    right.put(key.substring(key.lastIndexOf('/') + 1), row.getString("id"));
                });
        var ranks = new ArrayList<Integer>();
        for (var line : Files.readAllLines(Path.of("src/test/resources/advice/paraphrases.tsv"))) {
            var parts = line.split("\t", 2);
            var found = known.like(place, parts[1], 10).stream()
                    .map(one -> one.id().toString())
                    .toList();
            var rank = found.indexOf(right.get(parts[0])) + 1;
            if (rank == 0 || rank > 3) {
                System.out.println("  " + rank + " " + line);
            }
            ranks.add(rank);
        }
        return ranks;
    }

    private void command(List<String> words) {
        var command = commands.stream()
                .filter(each -> each.name().equals("import"))
                .findFirst()
                .orElseThrow();
        var said = Terminal.on(new PrintStream(new ByteArrayOutputStream()));
        assertThat(command.run(new Arguments(words), said)).isZero();
    }

    private Place place() {
        var slug = "before-" + Long.toString(System.nanoTime(), 36);
        var pack = Packs.shipped().newest("autoimmune", "en").orElseThrow();
        var id = founding.foundAsHouse(new Founding.Wish(pack, "Slow mornings", slug));
        var who = MemberId.next();
        sql.sql(
                        "insert into identity.account (id, email, name, name_key, status) values (:id, :email, 'Marama', :email, 'ACTIVE')")
                .param("id", who.value())
                .param("email", who + "@example.org")
                .update();
        memberships.addAsHouse(id, who, Role.MEMBER);
        var viewer = new Viewer(
                who, Status.ACTIVE, false, Card.NOBODY, Locale.ENGLISH, java.time.ZoneOffset.UTC, null, null);
        return communities.find(viewer, slug);
    }
}
