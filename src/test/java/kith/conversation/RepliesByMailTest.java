package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.community.Communities;
import kith.community.Sections;
import kith.house.HouseTest;
import kith.identity.Ids;
import kith.identity.Limit;
import kith.identity.Viewer;
import kith.notification.MailedReply;
import kith.notification.NoticeWords;
import kith.notification.Taken;
import kith.page.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tane answers by mail under the same rules as in the house, and nothing that he wrote is lost. */
@HouseTest
class RepliesByMailTest {
    @Autowired
    RepliesByMail replies;

    @Autowired
    Topics topics;

    @Autowired
    Posts posts;

    @Autowired
    Drafts drafts;

    @Autowired
    Communities communities;

    @Autowired
    Sections sections;

    @Autowired
    PostPictures pictures;

    @Autowired
    NoticeOfPictures notices;

    @Autowired
    JdbcClient sql;

    private Cast cast;
    private Viewer marama;
    private Viewer tane;
    private TopicId topic;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        marama = cast.member("Marama");
        tane = cast.member("Tane");
        topic = open(Speaking.NAMED, marama);
    }

    private TopicId open(Speaking as, Viewer who) {
        var place = communities.find(who, cast.slug);
        var form = new TopicsController.TopicForm(
                cast.slug, "medicines", "Missed two doses", "", "", "We were away.", "", "", "");
        if (Opening.of(place, sections.of(place), as, form, Rules.TOPIC)
                instanceof Outcome.Published<Opening> opening) {
            topics.open(opening.work());
            return opening.work().id();
        }
        throw new AssertionError("refused");
    }

    private Taken mails(Viewer who, String words) {
        return mails(who, words, List.of());
    }

    private Taken mails(Viewer who, String words, List<InputStreamSource> pictures) {
        return replies.take(who.member(), topic.value(), Ids.next(), new MailedReply.Mailed(words, pictures));
    }

    private String draft(Viewer who) {
        return drafts.find(who, new DraftKey("reply:" + topic))
                .map(draft -> draft.field("body"))
                .orElse("");
    }

    private int count() {
        return topics.find(marama, topic).replies();
    }

    private void keptBecause(Taken taken, String why, String path) {
        assertThat(taken).isInstanceOfSatisfying(Taken.Kept.class, kept -> {
            assertThat(kept.why().key()).isEqualTo(why);
            assertThat(kept.path()).isEqualTo(path);
        });
        assertThat(count()).isZero();
        assertThat(draft(tane)).isEqualTo("Same in March.");
    }

    @Test
    void hisReplyIsThereUnderHisNameAndHisDraftStays() {
        drafts.keep(tane, new DraftKey("reply:" + topic), java.util.Map.of("body", "I had begun"));
        var taken = mails(tane, "Same in March.\r\n\r\nIt **helped**.");
        assertThat(taken).isInstanceOf(Taken.Posted.class);
        var id = ((Taken.Posted) taken).path().replace("/posts/", "");
        var post = posts.find(marama, new PostId(UUID.fromString(id)));
        assertThat(post.author().name()).isEqualTo("Tane");
        assertThat(post.body()).isEqualTo("Same in March.\n\nIt **helped**.");
        assertThat(draft(tane)).isEqualTo("I had begun");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aClosedTopicRefuses() {
        topics.close(topics.find(marama, topic), false);
        keptBecause(mails(tane, "Same in March."), "conversation.refusal.closed-topic", "/drafts");
    }

    @Test
    void aPauseRefuses() {
        cast.change(tane, "standing = 'PAUSED'");
        keptBecause(mails(tane, "Same in March."), "conversation.refusal.paused", "/drafts");
    }

    @Test
    void whoLeftFindsTheTopicNoMore() {
        sql.sql("delete from community.membership where account_id = ?")
                .param(tane.member().value())
                .update();
        keptBecause(mails(tane, "Same in March."), "conversation.mailed.not-here", "/drafts");
    }

    @Test
    void whatMayGiveHimAwayIsAskedAboutInTheHouse() {
        var taken = mails(tane, "Write to me at tane.secret@example.org");
        assertThat(taken)
                .isInstanceOfSatisfying(
                        Taken.Kept.class, kept -> assertThat(kept.why().key()).isEqualTo("conversation.mailed.traces"));
        assertThat(count()).isZero();
    }

    @Test
    void whoSpeaksAnonymouslyInATopicNeverAnswersThereUnderTheirNameByMail() {
        topic = open(new Speaking(As.ANONYMOUS, false), tane);
        keptBecause(mails(tane, "Same in March."), "conversation.mailed.anonymous", "/topics/" + topic + "#reply");
        assertThat(posts.in(topics.find(marama, topic), new Window.FromStart()).posts())
                .extracting(post -> post.author().name())
                .doesNotContain("Tane");
    }

    @Test
    void tooManyInAShortTimeWaitInTheHouse() {
        for (var n = 0; n < Limit.POST.capacity(); n++) {
            assertThat(mails(marama, "Number " + n)).isInstanceOf(Taken.Posted.class);
        }
        assertThat(mails(marama, "One too many"))
                .isInstanceOfSatisfying(
                        Taken.Kept.class,
                        kept -> assertThat(kept.why().key()).isEqualTo("conversation.mailed.too-many"));
        assertThat(draft(marama)).isEqualTo("One too many");
    }

    @Test
    void keptWordsComeBehindWhatHeHadBegunAndNotTwice() {
        cast.change(tane, "standing = 'PAUSED'");
        drafts.keep(tane, new DraftKey("reply:" + topic), java.util.Map.of("body", "I had begun"));
        mails(tane, "Same in March.");
        mails(tane, "Same in March.");
        assertThat(draft(tane)).isEqualTo("I had begun\n\nSame in March.");
    }

    @Test
    void noWordsOrNoTopicIsNothing() {
        assertThat(mails(tane, "  \n")).isInstanceOf(Taken.Nothing.class);
        topic = TopicId.next();
        assertThat(mails(tane, "Same in March.")).isInstanceOf(Taken.Nothing.class);
    }

    @Test
    void hisPicturesAreThereDrawnAnewAndHeIsToldInTheHouseToSayWhatCanBeSeen() {
        var photo = new ByteArrayResource(Canvases.picture("jpeg", 800, 600));
        var taken = mails(
                tane, "Look.", List.of(photo, new ByteArrayResource("no picture".getBytes(StandardCharsets.UTF_8))));
        assertThat(taken.without()).extracting(Refusal::key).containsExactly("conversation.picture.unreadable");
        var post = posts.find(
                tane, new PostId(UUID.fromString(((Taken.Posted) taken).path().replace("/posts/", ""))));
        assertThat(pictures.on(List.of(post)).get(post.id()))
                .singleElement()
                .satisfies(picture -> assertThat(picture.width()).isEqualTo(800));
        var notice = pictureNotice(post);
        assertThat(notice.path()).isEqualTo("/posts/" + post.id() + "/edit");
        assertThat(notice.line()).startsWith("Your picture in “Missed two doses” has no words yet.");
        var picture = pictures.on(List.of(post)).get(post.id()).getFirst();
        pictures.describe(tane, DraftKey.edit(post), Captions.of(Map.of(picture.field(), "My box")), true);
        assertThat(notices.words(tane.member(), List.of(post.id().value()))).isEmpty();
    }

    private NoticeWords pictureNotice(Post post) {
        assertThat(sql.sql("select account_id from notification.notice where kind = ? and about_id = ?")
                        .params(NoticeOfPictures.KIND, post.id().value())
                        .query(UUID.class)
                        .list())
                .containsExactly(tane.member().value());
        return notices.words(tane.member(), List.of(post.id().value()))
                .get(post.id().value());
    }

    @Test
    void sevenPicturesAreOneTooManyAndHisWordsAreThere() {
        var photo = new ByteArrayResource(Canvases.picture("jpeg", 40, 30));
        var taken = mails(tane, "Look.", Collections.nCopies(9, photo));
        assertThat(taken.without()).extracting(Refusal::key).containsExactly("conversation.picture.most");
        var heavy = mails(tane, "Look again.", List.of(new ByteArrayResource(new byte[(12 << 20) + 1])));
        assertThat(heavy).isInstanceOf(Taken.Posted.class);
        assertThat(heavy.without()).extracting(Refusal::key).containsExactly("conversation.picture.heavy");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void picturesOfWhatIsKeptLieBesideItsDraft() {
        cast.change(tane, "standing = 'PAUSED'");
        mails(tane, "Look.", List.of(new ByteArrayResource(Canvases.picture("jpeg", 40, 30))));
        assertThat(draft(tane)).isEqualTo("Look.");
        assertThat(pictures.with(tane, new DraftKey("reply:" + topic))).hasSize(1);
    }
}
