package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import kith.Follower;
import kith.Kith;
import kith.Visitor;
import kith.house.Installation;
import kith.house.TestHouse;
import kith.identity.Viewer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database: Tane writes on the first, Marama reads on the second. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveTest {
    private static final Duration PROMISE = Duration.ofSeconds(5);

    @LocalServerPort
    int first;

    @Autowired
    JdbcClient sql;

    @Autowired
    Installation installation;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    kith.live.Feed feed;

    @Autowired
    ConversationData data;

    ConfigurableApplicationContext node;
    int second;
    Cast cast;
    Viewer marama;
    Viewer tane;
    Visitor his;

    @BeforeAll
    void aSecondNodeOpens() {
        node = new SpringApplicationBuilder(Kith.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .getBeanFactory()
                        .registerSingleton("installation", installation))
                .run("--server.port=0", "--kith.mode=serve");
        second = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    void itCloses() {
        node.close();
    }

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        marama = cast.member("Marama");
        tane = cast.member("Tane");
        his = cast.at(first, tane);
    }

    private String topic() {
        his.get("/conversations/" + cast.slug + "/new");
        var opened = his.post(
                "/topics",
                "community",
                cast.slug,
                "section",
                "medicines",
                "title",
                "Missed two doses",
                "note",
                "",
                "body",
                "We were away.");
        var topic = opened.location().substring("/topics/".length());
        return toldOfItself(topic);
    }

    /** Waits until its own opening is behind, so that a stream that opens now does not hear of it. */
    private String toldOfItself(String topic) {
        try (var his = follow(first, cast.session(tane), topic, "");
                var hisToo = follow(second, cast.session(tane), topic, "")) {
            his.settled();
            hisToo.settled();
            var nothing = UUID.randomUUID();
            feed.publish(kith.live.Channel.of("topic", UUID.fromString(topic)), "nothing", nothing);
            his.awaits("topic:" + topic + " nothing " + nothing);
            hisToo.awaits("topic:" + topic + " nothing " + nothing);
            return topic;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Follower follow(int port, String session, String topic, String from) throws IOException {
        return new Follower(port, session, "/live?on=topic:" + topic, from);
    }

    private String reply(String topic, String words) {
        his.get("/topics/" + topic);
        return his.post("/topics/" + topic + "/replies", "body", words)
                .location()
                .substring("/posts/".length());
    }

    private static String fresh(String topic, String post) {
        return "topic:" + topic + " post.new " + post;
    }

    @Test
    void aReplyOnOneNodeIsToldOnTheOtherAndSaysNeitherWhoNorWhat() throws IOException {
        var topic = topic();
        try (var hers = follow(second, cast.session(marama), topic, "").settled()) {
            var post = reply(topic, "Same in March.");
            hers.awaits(fresh(topic, post));
            assertThat(hers.told()).containsExactly(fresh(topic, post));
            assertThat(String.join(" ", hers.told()))
                    .doesNotContain(tane.member().toString(), "Tane", "March");
        }
    }

    @Test
    void aStreamHasTheHeadersOfEveryAnswerAndIsNotPackedSmall() throws IOException {
        try (var hers = follow(first, cast.session(marama), topic(), "")) {
            assertThat(hers.status()).isEqualTo(200);
            assertThat(hers.head())
                    .contains(
                            "Content-Type: text/event-stream;charset=UTF-8",
                            "X-Content-Type-Options: nosniff",
                            "Cache-Control: no-store",
                            "Connection: close",
                            "X-Accel-Buffering: no")
                    .anyMatch(line -> line.startsWith("Content-Security-Policy: default-src 'none'"))
                    .noneMatch(line -> line.matches("(Content-Encoding|Content-Length|Transfer-Encoding|Upgrade):.*"));
        }
    }

    @Test
    void whoComesBackIsToldWhatTheyMissedOnceAndNothingTwice() throws IOException {
        var topic = topic();
        var session = cast.session(marama);
        String bookmark;
        String seen;
        try (var hers = follow(second, session, topic, "").settled()) {
            seen = reply(topic, "One.");
            hers.awaits(fresh(topic, seen));
            bookmark = hers.bookmark();
        }
        var missed = reply(topic, "Two.");
        var alsoMissed = reply(topic, "Three.");
        try (var hers = follow(first, session, topic, bookmark).settled()) {
            var later = reply(topic, "Four.");
            hers.awaits(fresh(topic, later));
            assertThat(hers.told())
                    .containsExactly(fresh(topic, missed), fresh(topic, alsoMissed), fresh(topic, later))
                    .doesNotContain(fresh(topic, seen));
        }
    }

    /** An id that was given out at the act would be passed over here: the second act is committed, and told, before the first. */
    @Test
    void whatIsCommittedLateIsNotPassedOver() throws IOException {
        var topic = topic();
        var channel = kith.live.Channel.of("topic", UUID.fromString(topic));
        var early = UUID.randomUUID();
        var late = UUID.randomUUID();
        try (var hers = follow(second, cast.session(marama), topic, "").settled()) {
            transactions.executeWithoutResult(slow -> {
                feed.publish(channel, "post.new", early);
                Thread.ofVirtual().start(() -> feed.publish(channel, "post.new", late));
                hers.awaits(fresh(topic, late.toString()));
            });
            hers.awaits(fresh(topic, early.toString()));
        }
    }

    @Test
    void aBookmarkThatIsTooOldOrNotOursSaysSoInsteadOfMissingSomething() throws IOException {
        try (var hers = follow(first, cast.session(marama), topic(), "AAAAAAAAAAAAAAAAAAAAAA")
                .settled()) {
            assertThat(hers.told()).containsExactly("lost");
        }
    }

    @Test
    void aStreamEndsWithItsSessionOnTheOtherNode() throws IOException {
        var session = cast.session(marama);
        var hersToo = cast.session(marama);
        var topic = topic();
        try (var ends = follow(second, session, topic, "").settled();
                var stays = follow(second, hersToo, topic, "").settled()) {
            var browser = new Visitor(first).with("__Host-kith", session);
            browser.get("/account");
            assertThat(browser.post("/sign-out").status()).isEqualTo(303);
            assertThat(ends.awaitsTheEnd()).isLessThan(PROMISE);
            assertThat(stays.ended()).isFalse();
        }
    }

    @Test
    void aStreamEndsWithItsMembershipAndHearsNothingThatComesInBetween() throws IOException {
        var topic = topic();
        try (var hers = follow(second, cast.session(marama), topic, "").settled()) {
            cast.change(marama, "left_at = now()");
            reply(topic, "Now that she has left.");
            assertThat(hers.awaitsTheEnd()).isLessThan(PROMISE);
            assertThat(hers.told()).isEmpty();
        }
    }

    @Test
    void aStreamEndsWhenItsAccountIsSuspended() throws IOException {
        try (var hers = follow(second, cast.session(marama), topic(), "").settled()) {
            sql.sql("update identity.account set status = 'SUSPENDED' where id = :id")
                    .param("id", marama.member().value())
                    .update();
            assertThat(hers.awaitsTheEnd()).isLessThan(PROMISE);
        }
    }

    @Test
    void aStreamDoesNotProlongItsSession() throws IOException {
        var session = cast.session(marama);
        sql.sql("update identity.session set seen_at = now() - interval '29 days' where account_id = :id")
                .param("id", marama.member().value())
                .update();
        try (var hers = follow(second, session, topic(), "").settled()) {
            assertThat(seenToday()).isFalse();
            sql.sql("update identity.session set seen_at = now() - interval '31 days' where account_id = :id")
                    .param("id", marama.member().value())
                    .update();
            assertThat(hers.awaitsTheEnd()).isLessThan(PROMISE);
        }
    }

    private boolean seenToday() {
        return sql.sql("select seen_at > now() - interval '1 day' from identity.session where account_id = :id")
                .param("id", marama.member().value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void nobodyHearsWhatTheyMayNotReadAndIsNotToldWhetherItIsThere() throws IOException {
        var olaf = new Cast(sql).member("Olaf");
        var topic = topic();
        try (var his = follow(second, cast.session(olaf), topic, "").settled();
                var nothing = follow(
                                second, cast.session(olaf), UUID.randomUUID().toString(), "")
                        .settled()) {
            try (var hers = follow(second, cast.session(marama), topic, "").settled()) {
                hers.awaits(fresh(topic, reply(topic, "Among ourselves.")));
            }
            assertThat(his.told()).hasSize(1).allMatch(what -> what.startsWith("gone topic:"));
            assertThat(nothing.told()).hasSize(1).allMatch(what -> what.startsWith("gone topic:"));
            assertThat(his.head().size()).isEqualTo(nothing.head().size());
        }
    }

    @Test
    void aDatabaseThatHangsUpOnTheListenerCostsNothingButTime() throws IOException {
        var topic = topic();
        try (var hers = follow(second, cast.session(marama), topic, "").settled()) {
            hers.awaits(fresh(topic, reply(topic, "Before.")));
            assertThat(hangUp()).isPositive();
            var during = reply(topic, "While nobody listens.");
            hers.awaits(fresh(topic, during));
            assertThat(hers.ended()).isFalse();
        }
    }

    private int hangUp() {
        return sql.sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where application_name = 'kith live' and datname = current_database()""").query(Integer.class).single();
    }

    @Test
    void whatHappensToAPostIsTold() throws IOException {
        var topic = topic();
        var post = reply(topic, "Same in March.");
        var hers = cast.at(second, marama);
        hers.csrf();
        told(topic, post, () -> his.post("/posts/" + post, "body", "Same in May.", "version", "1"));
        told(topic, post, () -> hers.post("/posts/" + post + "/thanks", "kind", "with_you"));
        told(topic, post, () -> hers.post("/posts/" + post + "/thanks", "kind", "with_you"));
        told(topic, post, () -> his.post("/posts/" + post + "/withdrawal"));
        told(topic, post, () -> his.post("/posts/" + post + "/withdrawal/removal"));
    }

    private void told(String topic, String post, Runnable act) throws IOException {
        try (var reader = follow(second, cast.session(marama), topic, "").settled()) {
            act.run();
            reader.awaits("topic:" + topic + " post " + post);
        }
    }

    @Test
    void whatHelpedIsTold() throws IOException {
        var topic = topic();
        var hers = cast.at(second, marama);
        hers.csrf();
        var post = hers.post("/topics/" + topic + "/replies", "body", "Same in March.")
                .location()
                .substring("/posts/".length());
        his.csrf();
        told(topic, post, () -> his.post("/posts/" + post + "/help"));
        told(topic, post, () -> his.post("/posts/" + post + "/help/removal"));
    }

    @Test
    void whatSheReadsIsToldToHerOwnTabsAlone() throws IOException {
        var topic = topic();
        reply(topic, "Same in March.");
        try (var hers = follow(second, cast.session(marama), topic, "").settled();
                var his = follow(second, cast.session(tane), topic, "").settled()) {
            cast.at(first, marama).get("/topics/" + topic);
            hers.awaits("member:" + marama.member() + " row " + topic);
            var nothing = UUID.randomUUID();
            feed.publish(kith.live.Channel.of("topic", UUID.fromString(topic)), "nothing", nothing);
            his.awaits("topic:" + topic + " nothing " + nothing);
            assertThat(his.told()).noneMatch(told -> told.startsWith("member:"));
        }
    }

    @Test
    void whoAsksForANoteIsToldToItsWriterAlone() throws IOException {
        var topic = topic();
        var post = reply(topic, "With all the details.");
        try (var hers = follow(second, cast.session(cast.member("Ruth")), topic, "")
                        .settled();
                var his = follow(second, cast.session(tane), topic, "").settled()) {
            var asks = cast.at(first, marama);
            asks.csrf();
            asks.post("/posts/" + post + "/note-wishes");
            his.awaits("member:" + tane.member() + " post " + post);
            assertThat(hers.told()).noneMatch(told -> told.contains(" post " + post));
        }
    }

    @Test
    void whoIsErasedGoesFromPagesWhereTheySpokeByNameAndNotFromWhereTheyDidNot() throws IOException {
        var topic = topic();
        var other = cast.at(first, marama);
        other.csrf();
        other.post("/topics/" + topic + "/replies", "body", "Same in March.");
        var named = reply(topic, "As myself.");
        his.get("/topics/" + topic);
        var unnamed = his.post("/topics/" + topic + "/replies", "body", "As nobody.", "as", "anonymous", "sure", "yes")
                .location()
                .substring("/posts/".length());
        try (var hers = follow(second, cast.session(marama), topic, "").settled()) {
            transactions.executeWithoutResult(now -> data.erase(tane.member()));
            hers.awaits("topic:" + topic + " post " + named);
            assertThat(hers.told()).doesNotContain("topic:" + topic + " post " + unnamed);
        }
    }

    @Test
    void aVisitorHearsWhatIsOpenToReadAndOfTheRestNotWhetherItIsThere() throws IOException {
        var nobody = new Visitor(first);
        var hidden = topic();
        cast = new Cast(sql, "OPEN_TO_READ");
        tane = cast.member("Tane");
        his = cast.at(first, tane);
        var topic = topic();
        var mark = nobody.get("/topics/" + topic)
                .page()
                .selectFirst("meta[name=live]")
                .attr("content");
        var post = reply(topic, "Same in March.");
        var ask = "/live/changes?after=" + mark + "&on=topic:" + topic + "&on=topic:";
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(nobody.get(ask + hidden).body()).contains(fresh(topic, post)));
        assertThat(nobody.get(ask + hidden).body().lines().skip(1))
                .containsOnlyOnce("gone topic:" + hidden)
                .filteredOn(line -> line.contains(hidden))
                .hasSize(1);
        assertThat(nobody.get(ask + UUID.randomUUID()).body()).contains("gone topic:");
        assertThat(nobody.get("/live/changes?after=AAAA&on=topic:" + topic)
                        .body()
                        .lines())
                .last()
                .isEqualTo("lost");
    }
}
