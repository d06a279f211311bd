package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kith.community.Communities;
import kith.community.Sections;
import kith.house.HouseTest;
import kith.identity.Viewer;
import kith.notification.Inbox;
import kith.notification.NoticeKind;
import kith.notification.NoticeWords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Ana, who hosts, does to posts, and what readers ask for: how those are told whom it concerns. */
@HouseTest
class HostsTellingTest {
    @Autowired
    JdbcClient sql;

    @Autowired
    Topics topics;

    @Autowired
    Posts posts;

    @Autowired
    TopicPages pages;

    @Autowired
    Moves moves;

    @Autowired
    Notes notes;

    @Autowired
    Inbox inbox;

    @Autowired
    Communities communities;

    @Autowired
    Sections sections;

    @Autowired
    List<NoticeKind> kinds;

    Cast cast;
    Talk talk;
    Viewer ana;
    Viewer marama;
    Viewer tane;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        talk = new Talk(cast, communities, sections, topics, posts);
        ana = cast.as("Ana", "MANAGER");
        marama = cast.member("Marama");
        tane = cast.member("Tane");
    }

    @Test
    void newsOfASplitAnswerLeadsToItsNewTopicAndReadingThereClearsIt() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        talk.say(tane, topic, "Same in March.");
        var gloves = talk.say(tane, topic, "By the way: which gloves?");
        assertThat(threads(marama)).containsExactly(topic.value());
        var split = split(topic, "Gloves", gloves);
        assertThat(threads(marama)).containsExactlyInAnyOrder(topic.value(), split.value());
        assertThat(inbox.unread(marama.member())).isEqualTo(2);
        assertThat(Objects.requireNonNull(words(marama, "conversation.reply", gloves.value()))
                        .line())
                .isEqualTo("Tane answered you, now in “Gloves”");
        read(marama, topic);
        assertThat(threads(marama)).containsExactly(split.value());
        read(marama, split);
        assertThat(inbox.unread(marama.member())).isZero();
    }

    @Test
    void newsOfAMergedTopicIsNewsOfTheOneItWentInto() {
        var earlier = talk.open(marama, "Missed two doses", "We were away.");
        var later = talk.open(marama, "Forgot it twice", "Again.");
        talk.say(tane, earlier, "Same in March.");
        talk.say(tane, later, "Me too.");
        moves.merge(topics.find(ana, later), topics.find(ana, earlier));
        assertThat(threads(marama)).containsExactly(earlier.value());
        assertThat(inbox.unread(marama.member())).isEqualTo(1);
        read(marama, earlier);
        assertThat(inbox.unread(marama.member())).isZero();
        moves.undo(ana, moves.of(topics.find(ana, earlier)).getFirst().id());
        assertThat(inbox.unread(marama.member()))
                .as("read is read, wherever it goes")
                .isZero();
    }

    @Test
    void whatWasStillToBeMailedIsMailedFromTheNewPlaceAndWhatWasReadIsNot() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        var first = talk.say(tane, topic, "Same in March.");
        read(marama, topic);
        var second = talk.say(tane, topic, "By the way: which gloves?");
        var split = split(topic, "Gloves", first, second);
        assertThat(sql.sql("select thread_id from notification.bundle where account_id = ? and ring_at is not null")
                        .param(marama.member().value())
                        .query(UUID.class)
                        .list())
                .containsExactly(split.value());
    }

    @Test
    void aSilentTopicStaysSilentWhereItsPostsGo() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        var gloves = talk.say(tane, topic, "Which gloves?");
        sql.sql("update notification.bundle set silenced = true where account_id = ?")
                .param(marama.member().value())
                .update();
        split(topic, "Gloves", gloves);
        assertThat(sql.sql("select bool_and(silenced) from notification.bundle where account_id = ?")
                        .param(marama.member().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aWriterIsToldOfAHostsNoteUntilItIsGoneAndNobodyOfTheirOwn() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        var post = talk.say(tane, topic, "About needles.");
        notes.put(posts.find(tane, post), Note.of("Needles"));
        assertThat(told(tane)).isEmpty();
        notes.put(posts.find(tane, post), Note.NONE);
        notes.put(posts.find(ana, post), Note.of("Needles"));
        notes.put(posts.find(ana, post), Note.of("Needles, blood"));
        assertThat(told(tane)).containsExactly("conversation.noted");
        assertThat(words(tane, "conversation.noted", post.value()))
                .extracting(NoticeWords::line, NoticeWords::who, NoticeWords::path)
                .containsExactly(
                        "A host put a content note before your post in “Missed two doses”, so that readers can choose. You can change it",
                        "",
                        "/posts/" + post);
        assertThat(words(marama, "conversation.noted", post.value()))
                .as("only its writer")
                .isNull();
        notes.put(posts.find(tane, post), Note.NONE);
        assertThat(words(tane, "conversation.noted", post.value())).isNull();
    }

    @Test
    void whoeverIsAskedForANoteIsToldOnceAndNeverByWhom() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        var post = talk.say(tane, topic, "About needles.");
        notes.ask(posts.find(marama, post));
        notes.ask(posts.find(ana, post));
        assertThat(told(tane)).containsExactly("conversation.note-wished");
        var said = Objects.requireNonNull(words(tane, "conversation.note-wished", post.value()));
        assertThat(said.line())
                .isEqualTo(
                        "Somebody gently asks for a content note before your post in “Missed two doses”. You decide");
        assertThat(said.who() + said.text() + said.html()).isEmpty();
        notes.decline(posts.find(tane, post));
        assertThat(words(tane, "conversation.note-wished", post.value())).isNull();
    }

    @Test
    void whoeverIsBehindAVoiceIsToldAloneAndNothingOfItLeadsToThem() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        var post = talk.whisper(tane, topic, "About needles.");
        notes.ask(posts.find(marama, post));
        notes.put(posts.find(ana, post), Note.of("Needles"));
        assertThat(told(tane)).containsExactly("conversation.note-wished", "conversation.noted");
        for (var other : List.of(marama, ana)) {
            assertThat(told(other)).doesNotContain("conversation.note-wished", "conversation.noted");
            assertThat(words(other, "conversation.noted", post.value())).isNull();
        }
        assertThat(Objects.requireNonNull(words(tane, "conversation.noted", post.value()))
                        .line())
                .doesNotContain("Tane", "Ana", "Marama");
    }

    private TopicId split(TopicId topic, String title, PostId... which) {
        return Objects.requireNonNull(moves.split(topics.find(ana, topic), new Split(List.of(which), false, title)));
    }

    private List<UUID> threads(Viewer who) {
        return sql.sql("select thread_id from notification.bundle where account_id = ? and unseen")
                .param(who.member().value())
                .query(UUID.class)
                .list();
    }

    private void read(Viewer who, TopicId topic) {
        pages.show(topics.find(who, topic), new Window.FromStart(), false, null, false);
        inbox.seen(who.member(), topic.value());
    }

    private List<String> told(Viewer who) {
        return sql.sql("select kind from notification.notice where account_id = ? order by id")
                .param(who.member().value())
                .query(String.class)
                .list();
    }

    private @org.jspecify.annotations.Nullable NoticeWords words(Viewer reader, String kind, UUID about) {
        return kinds.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .words(reader.member(), List.of(about))
                .get(about);
    }
}
