package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kith.community.Community;
import kith.community.CommunityId;
import kith.community.Membership;
import kith.community.Place;
import kith.community.Role;
import kith.community.SectionId;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.identity.Status;
import kith.identity.Viewer;
import kith.page.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final MemberId TANE = MemberId.next();
    private static final MemberId MARAMA = MemberId.next();

    @Test
    void aMemberMayReply() {
        assertThat(topic(place(Membership.Standing.ACTIVE, 2))
                        .reply("Same in March.", Note.NONE, Speaking.NAMED, Rules.REPLY))
                .isInstanceOfSatisfying(
                        Outcome.Published.class,
                        outcome -> assertThat(((Reply) outcome.work()).words().html())
                                .contains("<p>Same in March.</p>"));
    }

    @Test
    void anEmptyReplyIsRefused() {
        assertThat(refused(topic(place(Membership.Standing.ACTIVE, 2)), " \n ")).containsExactly("empty");
    }

    @Test
    void aBookIsRefused() {
        assertThat(refused(topic(place(Membership.Standing.ACTIVE, 2)), "a".repeat(20_001)))
                .containsExactly("too-long");
        assertThat(refused(topic(place(Membership.Standing.ACTIVE, 2)), "🌿".repeat(20_000)))
                .isEmpty();
    }

    @Test
    void closedTopicsRefuseReplies() {
        assertThat(refused(topic(place(Membership.Standing.ACTIVE, 2), true, "medicines"), "Hello"))
                .containsExactly("closed-topic");
    }

    @Test
    void whoIsNoMemberIsAskedToJoinAndNothingElse() {
        assertThat(refused(topic(new Place(viewer(), community(), null)), "")).containsExactly("not-a-member");
    }

    @Test
    void aPausedMemberMayNotWrite() {
        assertThat(refused(topic(place(Membership.Standing.PAUSED, 2)), "Hello"))
                .containsExactly("paused");
    }

    @Test
    void newGuidelinesAreReadFirst() {
        assertThat(refused(topic(place(Membership.Standing.ACTIVE, 1)), "Hello"))
                .containsExactly("guidelines-not-acknowledged");
    }

    @Test
    void aSectionThatIsGoneTakesNoReplies() {
        assertThat(refused(topic(place(Membership.Standing.ACTIVE, 2), false, ""), "Hello"))
                .containsExactly("section-gone");
    }

    @Test
    void aTopicNeedsASectionATitleAndWordsAndHearsOfAllThree() {
        var form = new TopicsController.TopicForm("slow", "gone", " a ", "", "", "", "", "", "");
        var outcome = Opening.of(place(Membership.Standing.ACTIVE, 2), List.of(), Speaking.NAMED, form, Rules.TOPIC);
        assertThat(keys(outcome)).containsExactly("section-gone", "title-too-short", "empty");
    }

    @Test
    void wordsInAClosedTopicMayBePutRight() {
        var post = new Post(
                PostId.next(),
                topic(place(Membership.Standing.ACTIVE, 2), true, "medicines"),
                voice(TANE),
                false,
                "old",
                "",
                Instant.now(),
                1,
                null,
                Post.State.STANDING,
                null,
                Source.OWN,
                Manner.PLAIN,
                Marks.NONE);
        assertThat(post.edit(1, "new", Rules.EDIT)).isInstanceOf(Outcome.Published.class);
    }

    @Test
    void nobodyThanksThemselves() {
        var topic = topic(place(Membership.Standing.ACTIVE, 2));
        assertThat(post(topic, TANE, Post.State.STANDING).thank().all())
                .extracting(Refusal::key)
                .containsExactly("conversation.refusal.own-thanks");
        assertThat(post(topic, MARAMA, Post.State.STANDING).thank().any()).isFalse();
    }

    @Test
    void whatWasTakenBackIsForItsWriterAlone() {
        var topic = topic(place(Membership.Standing.ACTIVE, 2));
        assertThat(post(topic, MARAMA, Post.State.WITHDRAWN).body()).isEmpty();
        assertThat(post(topic, MARAMA, Post.State.WITHDRAWN).html()).isEmpty();
        assertThat(post(topic, TANE, Post.State.WITHDRAWN).body()).isEqualTo("words");
    }

    @Test
    void aQuoteNamesItsVoiceAndMarksEachLine() {
        var topic = topic(place(Membership.Standing.ACTIVE, 2));
        var post = new Post(
                PostId.next(),
                topic,
                voice(MARAMA),
                false,
                "> older\n\nWe were *away*.\n\nHelp?",
                "",
                Instant.now(),
                1,
                null,
                Post.State.STANDING,
                null,
                Source.OWN,
                Manner.PLAIN,
                Marks.NONE);
        assertThat(Quote.of(post).under("Hi!")).isEqualTo("Hi!\n\n> **Mara\\_ma:** We were *away*.\n>\n> Help?\n\n");
        assertThat(Quote.of(post).under(Quote.of(post).under("")))
                .isEqualTo(Quote.of(post).under(""));
    }

    private static Post post(Topic topic, MemberId author, Post.State state) {
        return new Post(
                PostId.next(),
                topic,
                voice(author),
                false,
                "words",
                "<p>words</p>",
                Instant.now(),
                1,
                null,
                state,
                null,
                Source.OWN,
                Manner.PLAIN,
                Marks.NONE);
    }

    private static List<String> refused(Topic topic, String body) {
        return keys(topic.reply(body, Note.NONE, Speaking.NAMED, Rules.REPLY));
    }

    private static List<String> keys(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused
                ? refused.why().all().stream()
                        .map(r -> r.key().replace("conversation.refusal.", ""))
                        .toList()
                : List.of();
    }

    private static Topic topic(Place place) {
        return topic(place, false, "medicines");
    }

    private static Topic topic(Place place, boolean closed, String section) {
        return new Topic(
                TopicId.next(),
                place,
                new SectionName(new SectionId(UUID.randomUUID()), section, section),
                voice(MARAMA),
                "Missed two doses",
                "",
                "",
                Instant.now(),
                Instant.now(),
                0,
                false,
                closed,
                false,
                false,
                Folding.EVERYTHING,
                null,
                false,
                null,
                "");
    }

    private static Voice voice(MemberId id) {
        return new Voice(new Card(id, id.equals(TANE) ? "Tane" : "Mara_ma", "fern", null), Role.MEMBER, "");
    }

    private static Place place(Membership.Standing standing, int guidelines) {
        return place(new Membership(TANE, Role.MEMBER, standing, Instant.now(), guidelines, true, ""));
    }

    private static Place place(@Nullable Membership membership) {
        return new Place(viewer(), community(), membership);
    }

    private static Viewer viewer() {
        return new Viewer(TANE, Status.ACTIVE, false, Card.NOBODY, Locale.ENGLISH, ZoneOffset.UTC, null, null);
    }

    private static Community community() {
        return new Community(
                new CommunityId(UUID.randomUUID()),
                "slow",
                "Slow Mornings",
                "",
                "autoimmune",
                1,
                Locale.ENGLISH,
                Community.Visibility.PRIVATE,
                Community.Joining.OPEN,
                "autoimmune",
                "weave",
                2,
                new Community.Running(new kith.community.Pack.Edition("autoimmune", "en", 1), "", 2, 1));
    }
}
