package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kith.community.Communities;
import kith.house.HouseTest;
import kith.identity.MemberId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class ArrivalsTest {
    private static final Instant THEN = Instant.parse("2024-03-01T08:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Communities communities;

    @Autowired
    Topics topics;

    @Autowired
    Posts posts;

    @Autowired
    Thanks thanks;

    @Test
    void aReplyThatMovesInSaysWhatItAnswers() {
        var cast = new Cast(sql);
        var tane = cast.member("Tane");
        arrivals.bringTopicsAsHouse(cast.community, List.of(topic(cast, "t1", tane.member())));
        var plain = post("p1", "t1", tane.member(), 60);
        var answer = new ArrivingPost("p2", "t1", tane.member(), "Yes.", THEN.plusSeconds(90), null, Source.OWN, "p1");
        var toTopic = new ArrivingPost("p3", "t1", tane.member(), "No.", THEN.plusSeconds(99), null, Source.OWN, "t1");
        arrivals.bringPostsAsHouse(cast.community, List.of(plain, answer, toTopic));
        var found = topics.recent(communities.find(tane, cast.slug), null, null)
                .items()
                .getFirst();
        var said = posts.in(found, new Window.FromStart()).posts();
        assertThat(said.get(2).manner().answers()).isEqualTo(said.get(1).id());
        assertThat(said).extracting(post -> post.manner().answers() != null).containsExactly(false, false, true, false);
    }

    @Test
    void aConversationMovesInWithItsHistoryAndOnlyOnce() {
        var cast = new Cast(sql);
        var marama = cast.member("Marama");
        var tane = cast.member("Tane");
        var topic = List.of(topic(cast, "t1", marama.member()));
        var replies = List.of(
                post("p1", "t1", tane.member(), 60),
                post("p2", "t1", null, 120),
                post("p3", "elsewhere", tane.member(), 60));
        var thank = List.of(
                new ArrivingThank("t1", tane.member(), Thanks.Kind.WITH_YOU, THEN),
                new ArrivingThank("p1", tane.member(), Thanks.Kind.HELPED_ME, THEN));
        assertThat(arrivals.bringTopicsAsHouse(cast.community, topic)).isEqualTo(1);
        assertThat(arrivals.bringPostsAsHouse(cast.community, replies)).isEqualTo(2);
        assertThat(arrivals.bringThanksAsHouse(cast.community, thank))
                .as("not for one's own post")
                .isEqualTo(1);
        assertThat(arrivals.bringTopicsAsHouse(cast.community, topic)).isZero();
        assertThat(arrivals.bringPostsAsHouse(cast.community, replies)).isZero();
        assertThat(arrivals.bringThanksAsHouse(cast.community, thank)).isZero();
        var found = topics.recent(communities.find(tane, cast.slug), null, null)
                .items()
                .getFirst();
        assertThat(found.replies()).isEqualTo(2);
        assertThat(found.activeAt()).isEqualTo(THEN.plusSeconds(120));
        assertThat(found.opening()).isEqualTo("Has this happened to others?");
        var said = posts.in(found, new Window.FromStart()).posts();
        assertThat(said).extracting(post -> post.author().name()).containsExactly("Marama", "Tane", "");
        assertThat(said.getLast().source().line()).isEqualTo("Clinic leaflet");
        assertThat(said.getLast().html()).contains("<strong>Same</strong>");
        assertThat(thanks.of(said.getFirst())).hasSize(1);
    }

    @Test
    void everyReplyOfAWholeCommunityIsCounted() {
        var cast = new Cast(sql);
        var people = IntStream.range(0, 20)
                .mapToObj(n -> cast.member("Member " + n).member())
                .toList();
        for (var from = 0; from < 1_000; from += 500) {
            var batch = new ArrayList<ArrivingTopic>();
            for (var n = from; n < from + 500; n++) {
                batch.add(topic(cast, "t" + n, people.get(n % 20)));
            }
            arrivals.bringTopicsAsHouse(cast.community, batch);
        }
        for (var from = 0; from < 9_000; from += 500) {
            var batch = new ArrayList<ArrivingPost>();
            for (var n = from; n < from + 500; n++) {
                batch.add(post("p" + n, "t" + n / 9, people.get(n % 20), 60 + n % 9));
            }
            assertThat(arrivals.bringPostsAsHouse(cast.community, batch)).isEqualTo(500);
        }
        assertThat(sql.sql("select count(*) from conversation.topic where community_id = :id and reply_count = 9")
                        .param("id", cast.community.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1_000);
    }

    private static ArrivingTopic topic(Cast cast, String key, MemberId author) {
        return new ArrivingTopic(
                key,
                cast.medicines,
                author,
                "Missed two doses",
                "",
                "Has *this* happened to others?",
                THEN,
                null,
                false,
                false,
                Source.OWN);
    }

    private static ArrivingPost post(
            String key, String topic, @org.jspecify.annotations.Nullable MemberId author, int after) {
        var source = author == null
                ? new Source("Clinic leaflet", "https://clinic.example/leaflet", "CC BY 4.0")
                : Source.OWN;
        return new ArrivingPost(
                key,
                topic,
                author,
                "**Same** in March.\n\n> I now keep one strip in the car\n\n- one\n- two\n\nSee https://example.org for more.",
                THEN.plusSeconds(after),
                null,
                source);
    }
}
