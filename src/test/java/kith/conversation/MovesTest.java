package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kith.community.Communities;
import kith.community.Sections;
import kith.house.HouseTest;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ana, who hosts, tidies conversations, and nobody loses anything by it. */
@HouseTest
class MovesTest {
    @Autowired
    JdbcClient sql;

    @Autowired
    Topics topics;

    @Autowired
    Posts posts;

    @Autowired
    Moves moves;

    @Autowired
    Readings readings;

    @Autowired
    Drafts drafts;

    @Autowired
    Thanks thanks;

    @Autowired
    Communities communities;

    @Autowired
    Sections sections;

    Cast cast;
    Viewer ana;
    Viewer marama;
    Viewer tane;
    Viewer jo;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        ana = cast.as("Ana", "MANAGER");
        marama = cast.member("Marama");
        tane = cast.member("Tane");
        jo = cast.guest("Jo");
    }

    @Test
    void aTopicGoesToAnotherSectionAndBack() {
        var topic = open(marama, As.NAME, "Missed two doses", "We were away.");
        var mornings = sections.find(communities.find(ana, cast.slug), "mornings");
        moves.toSection(topics.find(ana, topic), mornings);
        assertThat(topics.find(tane, topic).section().slug()).isEqualTo("mornings");
        var note = notes(tane, topic).getFirst();
        assertThat(note.by().name()).isEqualTo("Ana");
        assertThat(note.section()).isEqualTo("Medicines");
        moves.undo(ana, note.id());
        assertThat(topics.find(tane, topic).section().slug()).isEqualTo("medicines");
        assertThat(notes(tane, topic)).isEmpty();
    }

    @Test
    void postsGetATopicOfTheirOwnWithTheirThanksAndTheirAddresses() {
        var topic = open(marama, As.NAME, "Missed two doses", "We were away.");
        say(tane, As.NAME, topic, "Same in March.");
        var other = say(tane, As.NAME, topic, "By the way: which gloves?");
        thanks.turn(posts.find(marama, other), Thanks.Kind.HELPED_ME);
        say(marama, As.NAME, topic, "Wool ones.");
        var gloves = split(topic, "Gloves", true, other);

        assertThat(bodies(topic)).containsExactly("We were away.", "Same in March.");
        assertThat(bodies(gloves)).containsExactly("By the way: which gloves?", "Wool ones.");
        var found = topics.find(marama, gloves);
        assertThat(found.replies()).isEqualTo(1);
        assertThat(found.author().name()).isEqualTo("Tane");
        assertThat(found.opening()).contains("which gloves");
        assertThat(topics.find(marama, topic).replies()).isEqualTo(1);
        var post = posts.find(marama, other);
        assertThat(post.topic().id())
                .as("the post's address leads to its new place")
                .isEqualTo(gloves);
        assertThat(post.opens()).isTrue();
        assertThat(thanks.on(List.of(post), marama).get(other).of(Thanks.Kind.HELPED_ME))
                .isEqualTo(1);
        assertThat(Objects.requireNonNull(notes(tane, gloves).getFirst().other())
                        .id())
                .isEqualTo(topic);
        assertThat(Objects.requireNonNull(notes(tane, topic).getFirst().other()).id())
                .isEqualTo(gloves);
        assertThatThrownBy(() -> posts.find(jo, other)).isInstanceOf(NotHere.class);

        moves.undo(ana, notes(ana, gloves).getFirst().id());
        assertThat(bodies(topic))
                .containsExactly("We were away.", "Same in March.", "By the way: which gloves?", "Wool ones.");
        assertThat(topics.find(marama, topic).replies()).isEqualTo(3);
        assertThat(topics.find(marama, gloves).id())
                .as("its address leads back")
                .isEqualTo(topic);
        assertThat(notes(marama, topic)).isEmpty();
    }

    @Test
    void theOpeningAloneIsNotSplitOff() {
        var topic = open(marama, As.NAME, "Missed two doses", "We were away.");
        var opening = posts.in(topics.find(ana, topic), new Window.FromStart())
                .posts()
                .getFirst()
                .id();
        assertThatThrownBy(() -> split(topic, "Nothing", false, opening)).isInstanceOf(NotHere.class);
    }

    @Test
    void twoTopicsBecomeOneAndOldAddressesLeadThere() {
        var first = open(marama, As.NAME, "Missed two doses", "We were away.");
        var second = open(tane, As.NAME, "Missed doses?", "Me as well.");
        say(marama, As.NAME, second, "Since when?");
        drafts.keep(tane, new DraftKey("reply:" + second), Map.of("body", "Half a sen"));
        moves.merge(topics.find(ana, second), topics.find(ana, first));

        assertThat(bodies(first)).containsExactly("We were away.", "Me as well.", "Since when?");
        var found = topics.find(tane, second);
        assertThat(found.id()).isEqualTo(first);
        assertThat(found.replies()).isEqualTo(2);
        assertThat(topics.recent(found.place(), null, null).items())
                .extracting(Topic::id)
                .containsExactly(first);
        assertThatThrownBy(() -> topics.find(jo, second)).isInstanceOf(NotHere.class);
        drafts.follow(tane, second, found);
        assertThat(drafts.find(tane, DraftKey.reply(found)).orElseThrow().field("body"))
                .isEqualTo("Half a sen");
        say(tane, As.NAME, second, "Written while it was moved.");

        moves.undo(ana, notes(ana, first).getFirst().id());
        assertThat(bodies(first)).containsExactly("We were away.", "Written while it was moved.");
        assertThat(bodies(second)).containsExactly("Me as well.", "Since when?");
        assertThat(posts.in(topics.find(ana, second), new Window.FromStart())
                        .posts()
                        .getFirst()
                        .opens())
                .isTrue();
        assertThat(topics.find(tane, second).replies()).isEqualTo(1);
        assertThat(notes(tane, first)).isEmpty();
    }

    @Test
    void onlyTheLatestMoveIsTakenBackAndOnlyByWhoHosts() {
        var topic = open(marama, As.NAME, "Missed two doses", "We were away.");
        var place = communities.find(ana, cast.slug);
        moves.toSection(topics.find(ana, topic), sections.find(place, "mornings"));
        moves.toSection(topics.find(ana, topic), sections.find(place, "medicines"));
        var both = notes(ana, topic);
        assertThatThrownBy(() -> moves.undo(ana, both.getLast().id())).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> moves.undo(marama, both.getFirst().id())).isInstanceOf(NotHere.class);
        moves.undo(ana, both.getFirst().id());
        moves.undo(ana, both.getLast().id());
        assertThat(notes(ana, topic)).isEmpty();
    }

    /** Tane speaks anonymously in both; were his posts under one name afterwards, everybody would know that he is both. */
    @Test
    void twoVoicesNeverBecomeOneWhenTheirTopicsDo() {
        var first = open(marama, As.NAME, "Missed two doses", "We were away.");
        var one = voiceOf(say(tane, As.ANONYMOUS, first, "I hide in the first."));
        var second = open(tane, As.ANONYMOUS, "Missed doses?", "I hide in the second.");
        var two = names(second).iterator().next();
        moves.merge(topics.find(ana, second), topics.find(ana, first));
        var all = names(first);
        assertThat(all).hasSize(3).contains("Marama", one).doesNotContain(two, "Tane");
        assertThat(posts.in(topics.find(tane, first), new Window.FromStart()).posts().stream()
                        .filter(Post::mine))
                .as("he keeps both")
                .hasSize(2);
        var later = voiceOf(say(tane, As.ANONYMOUS, first, "I go on."));
        assertThat(later).as("as whom he speaks there").isEqualTo(one);

        moves.undo(ana, notes(ana, first).getFirst().id());
        assertThat(names(second)).as("as everybody knew it").containsExactly(two);
        assertThat(names(first)).containsExactlyInAnyOrder("Marama", one);
        assertThat(voiceOf(say(tane, As.ANONYMOUS, second, "And here."))).isEqualTo(two);
    }

    @Test
    void aVoiceThatLeavesSomethingBehindIsAnotherInTheNewTopic() {
        var topic = open(marama, As.NAME, "Missed two doses", "We were away.");
        var here = voiceOf(say(tane, As.ANONYMOUS, topic, "I hide."));
        var gone = say(tane, As.ANONYMOUS, topic, "By the way: gloves?");
        var gloves = split(topic, "Gloves", false, gone);
        var there = voiceOf(gone);
        assertThat(there).isNotEqualTo(here);
        assertThat(voiceOf(say(tane, As.ANONYMOUS, topic, "Still here."))).isEqualTo(here);
        assertThat(voiceOf(say(tane, As.ANONYMOUS, gloves, "And there.")))
                .as("his next words there tie the two together for nobody")
                .isNotIn(here, there);
        assertThat(topics.find(marama, gloves).author().id()).isNull();
        assertThat(topics.find(tane, gloves).mine()).isTrue();
    }

    @Test
    void aVoiceThatLeavesNothingBehindStaysOneInTheNewTopic() {
        var topic = open(marama, As.NAME, "Missed two doses", "We were away.");
        var gone = say(tane, As.ANONYMOUS, topic, "By the way: gloves?");
        var before = voiceOf(gone);
        var gloves = split(topic, "Gloves", false, gone);
        var after = voiceOf(gone);
        assertThat(after).isNotEqualTo(before);
        assertThat(voiceOf(say(tane, As.ANONYMOUS, gloves, "Anybody?"))).isEqualTo(after);
        assertThat(voiceOf(say(tane, As.ANONYMOUS, topic, "As for doses.")))
                .as("and in the old one he is somebody new")
                .isNotIn(before, after);
    }

    @Test
    void whoeverFollowsATopicFollowsItWhereItsPostsGo() {
        var early = open(cast.member("Joana"), As.NAME, "Missed doses", "Who else?");
        var late = open(marama, As.NAME, "Missed two doses", "We were away.");
        var other = say(tane, As.NAME, late, "By the way: which gloves?");
        attend(marama, late, other);
        var gloves = split(late, "Gloves", true, other);
        assertThat(attention(marama, gloves)).isEqualTo(Attention.FOLLOWED);
        moves.merge(topics.find(ana, late), topics.find(ana, early));
        assertThat(attention(marama, early)).isEqualTo(Attention.FOLLOWED);
        assertThat(readings.of(topics.find(marama, early)).post())
                .as("she had read all there was, and is told of the next")
                .isEqualTo(other.value());
        assertThat(topics.find(marama, late).id()).isEqualTo(early);
        moves.undo(ana, notes(ana, early).getFirst().id());
        assertThat(topics.find(marama, late).id()).isEqualTo(late);
        assertThat(attention(marama, late)).isEqualTo(Attention.FOLLOWED);
    }

    private void attend(Viewer who, TopicId topic, PostId upTo) {
        readings.advance(posts.find(who, upTo));
        readings.attend(topics.find(who, topic), Attention.FOLLOWED);
    }

    private Attention attention(Viewer who, TopicId topic) {
        return readings.of(topics.find(who, topic)).attention();
    }

    private TopicId split(TopicId topic, String title, boolean rest, PostId... ids) {
        return Objects.requireNonNull(moves.split(topics.find(ana, topic), new Split(List.of(ids), rest, title)));
    }

    private List<Move> notes(Viewer who, TopicId topic) {
        return moves.of(topics.find(who, topic));
    }

    private List<String> bodies(TopicId topic) {
        return posts.in(topics.find(marama, topic), new Window.FromStart()).posts().stream()
                .map(Post::body)
                .toList();
    }

    private Set<String> names(TopicId topic) {
        var names = new HashSet<String>();
        posts.in(topics.find(marama, topic), new Window.FromStart())
                .posts()
                .forEach(post -> names.add(post.author().name()));
        return names;
    }

    private String voiceOf(PostId post) {
        return posts.find(marama, post).author().name();
    }

    private TopicId open(Viewer who, As as, String title, String body) {
        var place = communities.find(who, cast.slug);
        var form = new TopicsController.TopicForm(cast.slug, "medicines", title, "", "", body, "", "", "");
        return switch (Opening.of(place, sections.of(place), new Speaking(as, false), form, Rules.TOPIC)) {
            case Outcome.Published<Opening> published ->
                topics.open(published.work()).id();
            case Outcome.Refused<Opening> refused -> throw new AssertionError(refused.why());
        };
    }

    private PostId say(Viewer who, As as, TopicId topic, String body) {
        return switch (topics.find(who, topic).reply(body, Note.NONE, new Speaking(as, false), Rules.REPLY)) {
            case Outcome.Published<Reply> published -> posts.add(published.work());
            case Outcome.Refused<Reply> refused -> throw new AssertionError(refused.why());
        };
    }
}
