package kith.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kith.Visitor;
import kith.house.ImaginedHouse;
import kith.house.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Somebody who has never seen Kith opens a demo house and walks in as each of its people. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ImaginedHouse.class)
class DemoTest {
    @LocalServerPort
    int port;

    @Autowired
    Demo demo;

    @Autowired
    DemoDoors doors;

    @Autowired
    JdbcClient sql;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void furnish() {
        demo.furnish(Terminal.on(new PrintStream(said, true, StandardCharsets.UTF_8)));
    }

    @Test
    void threeCommunitiesHaveTalkedUpToYesterdayAndNothingLiesInTheFuture() {
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("line ");
        assertThat(number("community.belonging")).isEqualTo(124);
        assertThat(number("conversation.topic where external_key not like 'question/%'"))
                .isEqualTo(163);
        assertThat(number("conversation.post where not opens and external_key not like 'question/%'"))
                .isEqualTo(868);
        assertThat(number("conversation.post where posted_at > now()")).isZero();
        assertThat(number("conversation.post where posted_at > now() - interval '28 hours'"))
                .isPositive();
        assertThat(number("identity.card where name ~ ' [0-9]+$'"))
                .as("nobody had to be numbered")
                .isZero();
    }

    @Test
    void somebodySpeaksTwiceAsTheSameAnonymousVoiceAndAnotherBesideThem() {
        assertThat(number("conversation.voice")).isEqualTo(5);
        assertThat(number(
                        "(select from conversation.post where anonymous group by voice_id having count(*) = 3) spoke"))
                .isEqualTo(3);
    }

    @Test
    void everyCommunityHasPollsPicturesAndFirstPostsThatWait() {
        for (var stage : Demo.COMMUNITIES) {
            var here = "community_id = (select id from community.community where slug = '" + stage.slug() + "')";
            assertThat(number(
                            "conversation.poll p join conversation.post o on o.id = p.post_id where p.voters >= 5 and o."
                                    + here))
                    .isGreaterThanOrEqualTo(2);
            assertThat(number(
                            "conversation.picture p join conversation.post o on o.id = p.post_id where p.alt <> '' and o."
                                    + here))
                    .isPositive();
            assertThat(number(
                            "duty.duty where kind = 'first-reply' and outcome is null and due_at > now() and " + here))
                    .isEqualTo(2);
            assertThat(number(
                            "duty.duty where kind = 'first-reply' and outcome is null and due_at < now() and " + here))
                    .as("one waits too long")
                    .isEqualTo(1);
            assertThat(number("duty.duty where kind = 'first-reply' and outcome = 'MET' and " + here))
                    .isPositive();
            assertThat(number("conversation.ask where " + here)).isPositive();
        }
    }

    @Test
    void whoeverSignsInFindsAFewNewsAndNoMailGoesOut() {
        for (var door : doors.all()) {
            var unseen = number("notification.bundle where unseen and account_id = '" + door.who() + "'");
            assertThat(unseen).as(door.name()).isBetween(door.community().isEmpty() ? 0 : 1, 6);
        }
        assertThat(number("notification.notice where seen_at is not null")).isPositive();
        assertThat(number("notification.bundle where ring_at is not null")).isZero();
    }

    @Test
    void thereIsADoorForEveryRole() {
        assertThat(doors.all()).hasSize(16);
        for (var door : doors.all()) {
            var visitor = new Visitor(port);
            assertThat(visitor.get(door.path()).text()).contains("Sign in as " + door.person());
            assertThat(visitor.post(door.path()).location()).isEqualTo("/");
            var home = visitor.get("/");
            assertThat(home.status()).isEqualTo(200);
            assertThat(home.page().select(".demo")).as("says that it is a demo").hasSize(1);
        }
    }

    @Test
    void noDoorOpensForAnotherMachine() {
        var far = new Visitor(port).says("X-Forwarded-For", "203.0.113.9");
        assertThat(far.get("/demo").status()).isEqualTo(404);
        assertThat(far.get("/demo/operator").status()).isEqualTo(404);
        var near = new Visitor(port);
        near.get("/demo/operator");
        assertThat(near.says("X-Forwarded-For", "203.0.113.9")
                        .post("/demo/operator")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void allDoorsAreOnOnePage() {
        var page = new Visitor(port).get("/demo");
        assertThat(page.page().select("form[action^=/demo/]")).hasSize(16);
    }

    private int number(String from) {
        return sql.sql("select count(*)::int from " + from).query(Integer.class).single();
    }
}
