package kith.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import kith.community.Community;
import kith.community.Founding;
import kith.community.HouseCommunities;
import kith.community.Packs;
import kith.house.HouseTest;
import kith.house.Terminal;
import kith.identity.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A community moves in from another forum. */
@HouseTest
class MovingInTest {
    private static final List<String> HARBOUR = List.of(
            "{\"type\":\"member\",\"key\":\"mara\",\"name\":\"Mara\",\"email\":\"Mara@old.example\",\"joined\":\"2024-03-01T08:00:00Z\",\"role\":\"manager\"}",
            "{\"type\":\"member\",\"key\":\"tom\",\"name\":\"Tom\",\"joined\":\"2024-03-02T08:00:00Z\"}",
            "{\"type\":\"member\",\"key\":\"tom2\",\"name\":\"TOM\",\"joined\":\"2024-03-03T08:00:00Z\"}",
            "{\"type\":\"post\",\"key\":\"p1\",\"topic\":\"t1\",\"author\":\"tom\",\"body\":\"Same **here**.\",\"created\":\"2024-04-01T09:30:00Z\",\"reply_to\":\"t1\",\"thanks\":[{\"by\":\"mara\",\"kind\":\"with_you\",\"at\":\"2024-04-01T10:00:00Z\"}]}",
            "{\"type\":\"topic\",\"key\":\"t1\",\"section\":\"hello\",\"author\":\"mara\",\"title\":\"Stiff again\",\"body\":\"Since spring.\",\"created\":\"2024-04-01T08:30:00Z\",\"pinned\":true,\"closed\":true}");

    @Autowired
    MovingIn moving;

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
        var pack = Packs.shipped().newest("autoimmune", "en").orElseThrow();
        founding.foundAsHouse(new Founding.Wish(pack, "Harbour", slug));
        harbour = communities.findAsHouse(slug).orElseThrow();
    }

    /** Tom said it without his name there, and nobody reads it under his name here; his picture comes once. */
    @Test
    void whatWasSaidWithoutANameStaysWithoutOneAndFurnitureComesOnce() throws IOException {
        Files.write(
                folder.resolve("mug.jpg"),
                DemoTest.class.getResourceAsStream("/demo/windowsill.jpg").readAllBytes());
        var lines = new java.util.ArrayList<>(HARBOUR);
        lines.add(
                "{\"type\":\"topic\",\"key\":\"t2\",\"author\":\"tom\",\"title\":\"Quietly\",\"body\":\"Low.\",\"created\":\"2024-05-01T08:30:00Z\",\"anonymous\":true,\"note\":\"A hard day\",\"wish\":\"ears\",\"poll\":{\"question\":\"You too?\",\"choices\":[\"Yes\",\"No\"],\"closes\":\"2024-05-09T08:30:00Z\",\"votes\":[{\"by\":\"mara\",\"choices\":[0],\"at\":\"2024-05-02T08:30:00Z\"}]}}");
        lines.add(
                "{\"type\":\"post\",\"key\":\"p2\",\"topic\":\"t2\",\"author\":\"tom\",\"body\":\"Better.\",\"created\":\"2024-05-02T08:30:00Z\",\"anonymous\":true,\"language\":\"de\",\"pictures\":[{\"file\":\"mug.jpg\",\"alt\":\"A mug\"}]}");
        assertThat(move(lines).sum()).isEqualTo("7 new, 0 unchanged, 0 refused");
        move(lines);
        assertThat(
                        count(
                                "conversation.post p join conversation.topic t on t.id = p.topic_id "
                                        + "where p.community_id = :community and p.anonymous and p.voice_id = t.voice_id and t.anonymous"))
                .isEqualTo(2);
        assertThat(
                        count(
                                "conversation.picture p join conversation.post o on o.id = p.post_id where o.community_id = :community and p.alt = 'A mug'"))
                .isOne();
        assertThat(
                        count(
                                "conversation.poll p join conversation.post o on o.id = p.post_id where o.community_id = :community and p.voters = 1"))
                .isOne();
        assertThat(
                        count(
                                "conversation.topic where community_id = :community and wish = 'EARS' and content_note = 'A hard day' and answered_at is null"))
                .isOne();
        assertThat(count("duty.duty where community_id = :community"))
                .as("history owes nothing")
                .isZero();
        assertThat(count("notification.bundle where community_id = :community"))
                .as("history is not news")
                .isZero();
    }

    @Test
    void aPictureThatLiesElsewhereIsRefused() throws IOException {
        var tally = move(
                List.of(
                        HARBOUR.getFirst(),
                        "{\"type\":\"topic\",\"key\":\"t3\",\"author\":\"mara\",\"title\":\"Look\",\"body\":\"There.\",\"created\":\"2024-05-01T08:30:00Z\",\"pictures\":[{\"file\":\"../key\",\"alt\":\"A key\"}]}"));
        assertThat(tally.sum()).isEqualTo("1 new, 0 unchanged, 1 refused");
    }

    @Test
    void historyKeepsItsDatesItsAuthorsAndItsThanks() throws IOException {
        var tally = move(HARBOUR);
        assertThat(tally.sum()).isEqualTo("5 new, 0 unchanged, 0 refused");
        var topic =
                sql.sql("""
                        select t.*, c.name from conversation.topic t join identity.card c on c.id = t.author_id where t.community_id = :community
                        """).param("community", harbour.id().value()).query().singleRow();
        assertThat(topic)
                .containsEntry("title", "Stiff again")
                .containsEntry("pinned", true)
                .containsEntry("reply_count", 1);
        assertThat(topic.get("opened_at").toString()).contains("2024-04-01");
        assertThat(
                        count(
                                "conversation.thanks h join conversation.post p on p.id = h.post_id where p.community_id = :community"))
                .isOne();
        assertThat(sql.sql("select html from conversation.post where community_id = :community and external_key = 'p1'")
                        .param("community", harbour.id().value())
                        .query(String.class)
                        .single())
                .contains("<strong>here</strong>");
    }

    @Test
    void movingInTwiceChangesNothing() throws IOException {
        move(HARBOUR);
        assertThat(move(HARBOUR).sum()).isEqualTo("0 new, 5 unchanged, 0 refused");
        assertThat(count("community.belonging where community_id = :community")).isEqualTo(3);
        assertThat(count("conversation.post where community_id = :community")).isEqualTo(2);
    }

    @Test
    void twoWhoLookAlikeGetNamesOfTheirOwn() throws IOException {
        move(HARBOUR);
        assertThat(said()).containsPattern("line 3: the name “TOM” is taken or cannot be one here; “TOM \\d+” now");
    }

    @Test
    void whoHasAnAddressClaimsTheAccountAndWhoHasNoneIsOnlyAName() throws IOException {
        move(List.of(
                "{\"type\":\"member\",\"key\":\"a\",\"name\":\"Nell of %s\",\"email\":\"%s@old.example\",\"joined\":\"2024-03-01T08:00:00Z\"}"
                        .formatted(harbour.slug().substring(8), harbour.slug()),
                "{\"type\":\"member\",\"key\":\"b\",\"name\":\"Ivo of %s\",\"joined\":\"2024-03-01T08:00:00Z\"}"
                        .formatted(harbour.slug().substring(8))));
        var rows = sql.sql("""
                        select a.email, a.status, a.password from identity.account a join community.belonging b on b.account_id = a.id
                        where b.community_id = :community order by a.name
                        """).param("community", harbour.id().value()).query().listOfRows();
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(row).containsEntry("status", "UNCONFIRMED").containsEntry("password", null));
        assertThat(rows.getFirst().get("email").toString()).endsWith("@nobody.invalid");
        assertThat(rows.getLast()).containsEntry("email", harbour.slug() + "@old.example");
        assertThat(sql.sql("select guidelines from community.membership where community_id = :community")
                        .param("community", harbour.id().value())
                        .query(Integer.class)
                        .list())
                .as("nobody has acknowledged the guidelines for them")
                .containsOnly(0);
    }

    @Test
    void badLinesAreNamedAndSkippedAndTheRestMovesIn() throws IOException {
        var tally = move(List.of(
                HARBOUR.get(0),
                "{\"type\":\"member\",\"key\":\"x\",\"name\":\"X-ray\",\"joined\":\"2024-03-01T08:00:00Z\",\"password\":\"hunter2\"}",
                "not json",
                "",
                "{\"type\":\"topic\",\"key\":\"t1\",\"author\":\"nobody\",\"title\":\"T\",\"body\":\"B\",\"created\":\"2024-04-01T08:30:00Z\"}",
                "{\"type\":\"topic\",\"key\":\"t2\",\"section\":\"attic\",\"author\":\"mara\",\"title\":\"T\",\"body\":\"B\",\"created\":\"2024-04-01T08:30:00Z\"}",
                "{\"type\":\"post\",\"key\":\"p1\",\"topic\":\"t1\",\"author\":\"mara\",\"body\":\"B\",\"created\":\"2024-04-01T08:30:00Z\"}",
                "{\"type\":\"post\",\"key\":\"mara\",\"topic\":\"t1\",\"author\":\"mara\",\"body\":\"B\",\"created\":\"yesterday\"}",
                "{\"type\":\"member\",\"key\":\"y\",\"name\":\"Yin\",\"joined\":\"2999-03-01T08:00:00Z\"}"));
        assertThat(tally.sum()).isEqualTo("1 new, 0 unchanged, 7 refused");
        assertThat(said())
                .contains("line 2: there is no field “password” in this format")
                .contains("line 3: this is not whole JSON")
                .contains("line 5: there is no member “nobody” in this file")
                .contains("line 6: there is no section “attic” here")
                .contains("line 7: there is no topic “t1” in this file")
                .contains("line 8: “created” is no moment like")
                .contains("line 9: “joined” lies in the future");
        assertThat(count("conversation.topic where community_id = :community")).isZero();
    }

    @Test
    void aThousandPostsKeepTheirCounts() throws IOException {
        var file = folder.resolve("big.jsonl");
        new BigMove(300, 40, 1_000).write(file);
        var tally = moving.run(Lines.of(file.toString()), harbour, Guests.REAL, terminal());
        assertThat(tally.refused()).isZero();
        assertThat(count("""
                        conversation.topic t where community_id = :community
                        and reply_count <> (select count(*) from conversation.post p where p.topic_id = t.id and not p.opens)""")).isZero();
        assertThat(count("conversation.post where community_id = :community")).isEqualTo(1_040);
    }

    @Test
    void imaginedDaysMoveUpToTodayAndNeverPastIt() {
        var now = Instant.parse("2027-02-03T10:00:00Z");
        var guests = Guests.imagined(Instant.parse("2026-11-21T20:59:00Z"), now);
        assertThat(Instant.parse("2026-11-21T20:59:00Z").plus(guests.shift()))
                .isBefore(now)
                .isEqualTo(Instant.parse("2027-02-02T20:59:00Z"));
    }

    private Tally move(List<String> lines) throws IOException {
        var file = Files.write(folder.resolve("harbour.jsonl"), lines);
        return moving.run(Lines.of(file.toString()), harbour, Guests.REAL, terminal());
    }

    private Terminal terminal() {
        return Terminal.on(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private int count(String from) {
        return sql.sql("select count(*)::int from " + from)
                .param("community", harbour.id().value())
                .query(Integer.class)
                .single();
    }
}
