package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

/** Who is told of what, and what of it they may still see when they look. */
@HouseTest
class TellingTest {
    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient sql;

    @Autowired
    Topics topics;

    @Autowired
    Posts posts;

    @Autowired
    Readings readings;

    @Autowired
    TopicPages pages;

    @Autowired
    Thanks thanks;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Asks asks;

    @Autowired
    Communities communities;

    @Autowired
    Sections sections;

    @Autowired
    List<NoticeKind> kinds;

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
        ana = cast.as("Ana", "MANAGER");
    }

    @Test
    void whoAskedIsToldOfAReplyAndWhoAnsweredOfNothing() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        var reply = talk.say(tane, topic, "Same in March.");
        assertThat(told(marama)).containsExactly("conversation.reply");
        assertThat(told(tane)).isEmpty();
        assertThat(words(marama, "conversation.reply", reply.value()))
                .extracting(NoticeWords::line, NoticeWords::path, NoticeWords::text)
                .containsExactly(
                        "Tane answered in your conversation “Missed two doses”", "/posts/" + reply, "Same in March.");
    }

    @Test
    void whoFollowsIsToldOnceUntilTheyComeAgain() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        readings.attend(topics.find(ana, topic), Attention.FOLLOWED);
        read(ana, topic);
        talk.say(tane, topic, "Same in March.");
        talk.say(tane, topic, "And again.");
        assertThat(told(ana)).containsExactly("conversation.followed");
        read(ana, topic);
        talk.say(tane, topic, "One more.");
        assertThat(told(ana)).containsExactly("conversation.followed", "conversation.followed");
    }

    @Test
    void nobodyIsToldWhoMutedPausedOrLeft() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        readings.attend(topics.find(marama, topic), Attention.MUTED);
        talk.say(tane, topic, "Same in March.");
        assertThat(told(marama)).isEmpty();
        readings.attend(topics.find(marama, topic), Attention.FOLLOWED);
        cast.change(marama, "standing = 'PAUSED'");
        talk.say(tane, topic, "Two.");
        cast.change(marama, "standing = 'ACTIVE', left_at = now()");
        talk.say(tane, topic, "Three.");
        assertThat(told(marama)).isEmpty();
    }

    @Test
    void thanksAreOneNoticeForAPostAndNoneWhenTheyAreTakenBack() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        var first = posts.in(topics.find(tane, topic), new Window.FromStart())
                .posts()
                .getFirst();
        thanks.turn(first, Thanks.Kind.WITH_YOU);
        thanks.turn(first, Thanks.Kind.HELPED_ME);
        assertThat(told(marama)).containsExactly("conversation.thanks");
        assertThat(words(marama, "conversation.thanks", first.id().value()).line())
                .isEqualTo("Tane thanked you for a post in “Missed two doses”");
        thanks.turn(first, Thanks.Kind.WITH_YOU);
        thanks.turn(first, Thanks.Kind.HELPED_ME);
        assertThat(words(marama, "conversation.thanks", first.id().value())).isNull();
    }

    @Test
    void whatTheReaderMayNoLongerSeeIsNotSaid() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        var reply = talk.say(tane, topic, "Same in March.");
        withdrawals.add(posts.find(tane, reply));
        assertThat(words(marama, "conversation.reply", reply.value())).isNull();
        withdrawals.remove(posts.find(tane, reply));
        assertThat(words(marama, "conversation.reply", reply.value())).isNotNull();
        cast.change(marama, "left_at = now()");
        assertThat(words(marama, "conversation.reply", reply.value())).isNull();
        assertThat(words(cast.guest("Jo"), "conversation.reply", reply.value())).isNull();
    }

    @Test
    void aHostAsksSomebodyByNameOnceInAWhile() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        var other = talk.open(marama, "Another", "Words.");
        talk.say(tane, other, "Hello.");
        var seen = topics.find(ana, topic);
        assertThat(asks.helpers(seen))
                .extracting(helper -> helper.card().name())
                .containsExactly("Tane");
        assertThat(asks.rests(seen, tane.member())).isFalse();
        asks.add(seen, tane.member());
        assertThat(asks.rests(seen, tane.member())).isTrue();
        assertThat(asks.helpers(seen)).allMatch(helper -> helper.resting() && helper.asked() == 1);
        assertThat(told(tane)).containsExactly("conversation.asked");
        var ask = asks.in(topics.find(tane, topic)).getFirst();
        assertThat(words(tane, "conversation.asked", ask.id()).line())
                .isEqualTo("Ana asks you to look into “Missed two doses”");
        assertThat(asks.in(topics.find(marama, topic)))
                .as("whoever waits does not see whom a host asked")
                .isEmpty();
        assertThat(asks.in(seen)).hasSize(1);
        sql.sql("update conversation.ask set asked_at = now() - interval '4 days'")
                .update();
        assertThat(asks.rests(seen, tane.member())).isFalse();
    }

    @Test
    void aFirstTopicIsOwedAnAnswerUntilSomebodyElseGivesIt() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        assertThat(duty(topic)).isEqualTo("open");
        talk.say(marama, topic, "I forgot to say: two days.");
        assertThat(duty(topic)).isEqualTo("open");
        talk.say(tane, topic, "Same in March.");
        assertThat(duty(topic)).isEqualTo("MET");
        assertThat(duty(talk.open(marama, "Another", "Words.")))
                .as("not her first")
                .isEqualTo("none");
    }

    @Test
    void nothingIsOwedWhereTheTopicIsTakenBackAndItIsAgainWhenItIsBroughtBack() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        var opening = posts.in(topics.find(marama, topic), new Window.FromStart())
                .posts()
                .getFirst();
        withdrawals.add(opening);
        assertThat(duty(topic)).isEqualTo("WITHDRAWN");
        withdrawals.remove(posts.find(marama, opening.id()));
        assertThat(duty(topic)).isEqualTo("open");
        topics.close(topics.find(ana, topic), false);
        assertThat(duty(topic)).isEqualTo("WITHDRAWN");
    }

    @Test
    void nothingTellsWhoIsBehindAnAnonymousVoice() {
        var topic = talk.open(marama, "Missed two doses", "We were away.");
        var reply = talk.whisper(tane, topic, "Same in March.");
        assertThat(words(marama, "conversation.reply", reply.value()).line()).doesNotContain("Tane");
        assertThat(words(marama, "conversation.reply", reply.value()).who()).isNotEqualTo("Tane");
        assertThat(asks.helpers(topics.find(ana, topic)))
                .as("only what was said under a name counts")
                .isEmpty();
        talk.say(marama, topic, "Thank you.", new Manner("", reply));
        var page = pages.show(topics.find(ana, topic), new Window.FromStart(), false, null, false);
        var answer = page.stretch().posts().getLast();
        assertThat(page.following().answeredBy(answer).author().name()).isNotEqualTo("Tane");
        assertThat(page.following().answeredBy(answer).mine()).isFalse();
        assertThat(sql.sql("select ended_by from duty.duty where cause = ?")
                        .param(FirstReplies.cause(topic))
                        .query((row, n) -> String.valueOf(row.getString("ended_by")))
                        .list())
                .containsExactly("null");
        var behind = talk.hide(tane, "Nobody knows", "Words.");
        assertThat(duty(behind)).isEqualTo("open");
        assertThat(duty(talk.hide(tane, "Nobody knows either", "Words.")))
                .as("first or not is not told")
                .isEqualTo("open");
        assertThat(duty(talk.open(tane, "My first", "Words.")))
                .as("hidden ones count for nothing")
                .isEqualTo("open");
    }

    private String duty(TopicId topic) {
        return sql.sql(
                        "select coalesce(outcome, 'open') from duty.duty where cause = ? order by opened_at desc, id desc limit 1")
                .param(FirstReplies.cause(topic))
                .query(String.class)
                .optional()
                .orElse("none");
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

    private NoticeWords words(Viewer reader, String kind, UUID about) {
        return kinds.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .words(reader.member(), List.of(about))
                .get(about);
    }
}
