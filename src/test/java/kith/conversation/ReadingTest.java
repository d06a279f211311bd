package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kith.community.Communities;
import kith.community.Sections;
import kith.house.HouseTest;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is new to somebody, what they follow, and how they look at a community's topics. */
@HouseTest
class ReadingTest {
    @Autowired
    JdbcClient sql;

    @Autowired
    Topics topics;

    @Autowired
    Posts posts;

    @Autowired
    Readings readings;

    @Autowired
    TopicViews views;

    @Autowired
    TopicPages pages;

    @Autowired
    Communities communities;

    @Autowired
    Sections sections;

    Cast cast;
    Talk talk;
    Viewer marama;
    Viewer tane;
    Viewer ana;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        talk = new Talk(cast, communities, sections, topics, posts);
        marama = cast.member("Marama");
        tane = cast.member("Tane");
        ana = cast.member("Ana");
        cast.change(ana, "joined_at = now() - interval '1 day'");
        cast.change(tane, "joined_at = now() - interval '1 day'");
        cast.change(marama, "joined_at = now() - interval '1 day'");
    }

    @Test
    void whatOthersSayIsNewUntilItIsRead() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        assertThat(mark(ana, topic)).isEqualTo(new Mark(1, false, Attention.PLAIN));
        read(ana, topic);
        assertThat(mark(ana, topic).any()).isFalse();
        talk.say(tane, topic, "Same in March.");
        talk.say(marama, topic, "Thank you.");
        assertThat(mark(ana, topic)).isEqualTo(new Mark(2, true, Attention.PLAIN));
        assertThat(mark(tane, topic).fresh()).as("only what came after his own").isEqualTo(1);
        assertThat(mark(marama, topic).any())
                .as("her own words are not new to her")
                .isFalse();
    }

    @Test
    void aSecondVisitBeginsAtWhatIsNew() {
        var topic = talk.open(marama, "Counting", "0");
        for (var n = 1; n <= 25; n++) {
            talk.say(tane, topic, "" + n);
        }
        var first = read(ana, topic);
        assertThat(first.following().firstNew()).as("everything is new").isNull();
        assertThat(readings.of(topics.find(ana, topic)).post())
                .isEqualTo(first.stretch().posts().getLast().id().value());
        var second = pages.show(topics.find(ana, topic), new Window.FromStart(), true, null, false);
        assertThat(second.stretch().posts())
                .extracting(Post::body)
                .startsWith("18", "19", "20")
                .endsWith("25");
        assertThat(second.following().firstNew())
                .isEqualTo(second.stretch().posts().get(2).id());
        assertThat(read(ana, topic).following().newElsewhere()).isFalse();
    }

    @Test
    void whatWasNotOnTheScreenIsUnreadAgain() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        talk.say(tane, topic, "Same in March.");
        talk.say(tane, topic, "And again.");
        var shown = read(ana, topic).stretch().posts();
        readings.comeBack(shown.getFirst(), shown.getLast().id());
        assertThat(mark(ana, topic).fresh()).isEqualTo(2);
        readings.advance(shown.getLast());
        readings.advance(shown.getFirst());
        assertThat(mark(ana, topic).fresh())
                .as("an older tab moves nothing back")
                .isZero();
        readings.comeBack(shown.getFirst(), shown.get(1).id());
        assertThat(mark(ana, topic).fresh())
                .as("nor does a page that is not the last")
                .isZero();
    }

    @Test
    void oneRowIsKeptForATopicHoweverOftenItIsRead() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        for (var n = 0; n < 5; n++) {
            talk.say(tane, topic, "" + n);
            read(ana, topic);
        }
        assertThat(sql.sql("select count(*) from conversation.reading where topic_id = ? and member_id = ?")
                        .params(topic.value(), ana.member().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatWasSaidBeforeSomebodyJoinedIsNotNewToThem() {
        talk.open(marama, "Missed two doses", "We were away.");
        var jo = cast.member("Jo");
        cast.change(jo, "joined_at = now() + interval '1 minute'");
        assertThat(unread(jo)).isEmpty();
    }

    @Test
    void everythingOfASectionIsReadAtOnce() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        assertThat(unread(ana)).containsExactly("Missed two doses");
        var place = communities.find(ana, cast.slug);
        readings.sweep(place, sections.find(place, "mornings"));
        assertThat(unread(ana)).as("another section").hasSize(1);
        readings.sweep(place, sections.find(place, "medicines"));
        assertThat(unread(ana)).isEmpty();
        assertThat(mark(ana, topic).any()).isFalse();
        talk.say(tane, topic, "Same in March.");
        assertThat(mark(ana, topic).fresh()).isEqualTo(1);
    }

    @Test
    void whoWritesFollowsAndTheirChoiceStaysTheirs() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        assertThat(mark(marama, topic).followed()).isTrue();
        assertThat(mark(tane, topic).followed()).isFalse();
        talk.say(tane, topic, "Same in March.");
        assertThat(mark(tane, topic).followed()).isTrue();
        readings.attend(topics.find(tane, topic), Attention.PLAIN);
        talk.say(tane, topic, "One more thing.");
        assertThat(mark(tane, topic).followed()).isFalse();
        readings.attend(topics.find(ana, topic), Attention.MUTED);
        assertThat(mark(ana, topic).any()).isFalse();
        assertThat(unread(ana)).isEmpty();
    }

    @Test
    void theWayToConversationsCountsWhatIsNewInWhatSomebodyFollows() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        talk.open(tane, "Another", "Words.");
        assertThat(readings.fresh(communities.find(marama, cast.slug))).isZero();
        talk.say(tane, topic, "Same in March.");
        assertThat(readings.fresh(communities.find(marama, cast.slug))).isEqualTo(1);
        read(marama, topic);
        assertThat(readings.fresh(communities.find(marama, cast.slug))).isZero();
    }

    @Test
    void eachViewShowsItsOwn() {
        var asked = talk.open(marama, "Missed two doses", "We were away.");
        talk.open(ana, "Cold hands", "Every winter.");
        talk.say(marama, asked, "I forgot to say: two days.");
        assertThat(titles(tane, View.UNANSWERED)).containsExactly("Missed two doses", "Cold hands");
        talk.say(tane, asked, "Same in March.");
        assertThat(titles(tane, View.UNANSWERED)).containsExactly("Cold hands");
        assertThat(titles(tane, View.FOLLOWED)).containsExactly("Missed two doses");
        assertThat(titles(tane, View.MINE)).isEmpty();
        assertThat(titles(marama, View.MINE)).containsExactly("Missed two doses");
        assertThat(titles(tane, View.UNREAD)).containsExactly("Cold hands");
        topics.close(
                topics.find(
                        ana,
                        new TopicId(sql.sql(
                                        "select id from conversation.topic where title = 'Cold hands' and community_id = ?")
                                .param(cast.community.value())
                                .query(java.util.UUID.class)
                                .single())),
                false);
        assertThat(titles(tane, View.UNANSWERED))
                .as("closed ones wait for nobody")
                .isEmpty();
    }

    @Test
    void viewsArePagedByKeyWithoutAGapOrARepeat() {
        for (var n = 0; n < 45; n++) {
            talk.open(marama, "Topic " + n, "Words.");
        }
        for (var view : List.of(View.UNREAD, View.UNANSWERED)) {
            assertThat(all(ana, view)).hasSize(45).doesNotHaveDuplicates();
        }
        assertThat(all(marama, View.MINE)).hasSize(45).doesNotHaveDuplicates();
        assertThat(all(marama, View.FOLLOWED)).hasSize(45).doesNotHaveDuplicates();
    }

    @Test
    void aReaderFromOutsideHasNoViewsOfTheirOwn() {
        var open = new Cast(sql, "OPEN_TO_READ");
        var place = communities.find(Viewer.anonymous(java.util.Locale.ENGLISH), open.slug);
        assertThat(View.in(place)).containsExactly(View.RECENT, View.UNANSWERED);
        assertThatThrownBy(() -> View.of(place, "mine")).isInstanceOf(NotHere.class);
        assertThat(views.of(place, null, View.UNANSWERED, null, java.util.Set.of())
                        .items())
                .isEmpty();
    }

    private List<String> all(Viewer who, View view) {
        var place = communities.find(who, cast.slug);
        var titles = new java.util.ArrayList<String>();
        String after = null;
        do {
            var slice = views.of(place, null, view, after, java.util.Set.of());
            slice.items().forEach(topic -> titles.add(topic.title()));
            after = slice.next();
        } while (after != null);
        return titles;
    }

    private TopicsController.TopicPage read(Viewer who, TopicId topic) {
        return pages.show(topics.find(who, topic), new Window.FromStart(), false, null, false);
    }

    private List<String> unread(Viewer who) {
        return titles(who, View.UNREAD);
    }

    private List<String> titles(Viewer who, View view) {
        return views.of(communities.find(who, cast.slug), null, view, null, java.util.Set.of()).items().stream()
                .map(Topic::title)
                .toList();
    }

    private Mark mark(Viewer who, TopicId topic) {
        var found = topics.find(who, topic);
        return readings.marks(found.place(), List.of(found)).getOrDefault(topic, Mark.NONE);
    }
}
