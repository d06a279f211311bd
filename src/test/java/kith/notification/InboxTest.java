package kith.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.junit.jupiter.api.Test;

/** What members are told, on a real PostgreSQL. */
class InboxTest extends NoticesHouse {
    @Test
    void twentyAnswersInOneTopicAreOneRowAndReadingTheTopicReadsThemAll() {
        var tane = member("Tane Inbox");
        var topic = Ids.next();
        for (var i = 0; i < 20; i++) {
            tell(replies, tane, topic, "Marama");
        }
        tell(replies, tane, Ids.next(), "Aroha");
        assertThat(inbox.unread(tane)).isEqualTo(2);
        inbox.seen(tane, topic);
        assertThat(inbox.unread(tane)).isEqualTo(1);
        assertThat(rows(tane, "seen_at is not null")).isEqualTo(20);
        inbox.seen(tane, Ids.next());
        assertThat(inbox.unread(tane)).isEqualTo(1);
    }

    @Test
    void newsThatIsToldTwiceIsOneNoticeAndIsNotNewAgainOnceRead() {
        var tane = member("Tane Twice");
        var topic = Ids.next();
        var news = news(replies, tane, topic, Ids.next());
        inbox.tell(List.of(news, news));
        inbox.tell(List.of(news));
        assertThat(rows(tane, "true")).isEqualTo(1);
        inbox.seen(tane, topic);
        inbox.tell(List.of(news));
        assertThat(inbox.unread(tane)).isZero();
    }

    @Test
    void nobodyIsToldOfTheirOwnDoingNorWhoIsGoneNorOfWhatNobodyAskedFor() {
        var tane = member("Tane Self");
        var topic = Ids.next();
        inbox.tell(List.of(
                new News(replies.kind(), tane, COMMUNITY, topic, Ids.next(), tane, clock.instant()),
                news(replies, MemberId.next(), topic, Ids.next()),
                news(around, tane, topic, Ids.next())));
        assertThat(inbox.unread(tane)).isZero();
        assertThat(sql.sql("select count(*) from notification.bundle where thread_id = :t")
                        .param("t", topic)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void manyPeopleAreToldAtOnceInOneGo() {
        var topic = Ids.next();
        var post = Ids.next();
        var all = java.util.stream.IntStream.range(0, 5).mapToObj(i -> member("Many " + i)).toList();
        inbox.tell(all.stream().map(who -> news(followed, who, topic, post)).toList());
        assertThat(all).allSatisfy(who -> assertThat(inbox.unread(who)).isEqualTo(1));
    }

    private int rows(MemberId who, String where) {
        return sql.sql("select count(*) from notification.notice where account_id = :who and " + where)
                .param("who", who.value())
                .query(Integer.class)
                .single();
    }
}
