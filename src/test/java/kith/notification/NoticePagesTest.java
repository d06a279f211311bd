package kith.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kith.Visitor;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The inbox, the choices and the ways out of mails, as people with a browser without scripts meet them. */
class NoticePagesTest extends NoticesHouse {
    @Autowired
    Ringing ringing;

    @Autowired
    Relay relay;

    @Autowired
    Smtp smtp;

    @Autowired
    Silences silences;

    @Autowired
    Choices choices;

    @Autowired
    Wishes wishes;

    @Autowired
    Bounces bounces;

    @AfterEach
    void forget() {
        smtp.forget();
    }

    @Test
    void theInboxSaysWhoAnsweredATopicAtATimeAndTheBellCountsTopics() {
        var tane = member("Tane Page");
        var topic = Ids.next();
        tell(replies, tane, topic, "Hemi");
        tell(replies, tane, topic, "Aroha");
        tell(replies, tane, topic, "Kiri");
        tell(replies, tane, topic, "Marama");
        tell(replies, tane, Ids.next(), "Ana");
        var visitor = signedIn("Tane Page");
        var page = visitor.get("/notices");
        assertThat(page.page().select("ul.topics > li")).hasSize(2);
        assertThat(page.words()).contains("Marama answered you", "So did Kiri, Aroha and one other.");
        assertThat(page.page().select("header .bell").text()).contains("news in 2 topics");
        inbox.seen(tane, topic);
        assertThat(visitor.get("/account").page().select("header .bell").text()).contains("news in one topic");
        assertThat(visitor.submit(page, "/notices/readings", Map.of()).location()).isEqualTo("/notices");
        var read = visitor.get("/notices");
        assertThat(read.page().select("ul.topics > li.fresh")).isEmpty();
        assertThat(read.page().select("ul.topics > li")).hasSize(2);
        assertThat(read.page().select("header .bell .chip")).isEmpty();
    }

    @Test
    void whatMayNotBeSeenAnyMoreIsNotThereAndNoNewsEither() {
        var tane = member("Tane Unseen");
        var post = tell(replies, tane, Ids.next(), "Marama");
        replies.visible().remove(post);
        var visitor = signedIn("Tane Unseen");
        assertThat(inbox.unread(tane)).isEqualTo(1);
        assertThat(visitor.get("/notices").words()).contains("Nothing waits for you").doesNotContain("Marama");
        assertThat(inbox.unread(tane)).isZero();
    }

    @Test
    void aLongInboxIsPagedByKeyAndNobodySeesAnothers() {
        var tane = member("Tane Long");
        for (var i = 0; i < 25; i++) {
            tell(replies, tane, Ids.next(), "Marama " + (char) ('A' + i));
        }
        var visitor = signedIn("Tane Long");
        var first = visitor.get("/notices");
        assertThat(first.page().select("ul.topics > li")).hasSize(20);
        var rest = visitor.get(first.page().select("a[rel=next]").attr("href"));
        assertThat(rest.page().select("ul.topics > li")).hasSize(5);
        assertThat(rest.words()).contains("Marama A answered").doesNotContain("Marama F answered");
        member("Hemi Long");
        assertThat(signedIn("Hemi Long").get("/notices").words()).contains("Nothing waits for you");
    }

    @Test
    void oneClickOfAMailProgramSwitchesOffJustThatTopicWithoutSignIn() {
        var tane = member("Tane Click");
        var topic = Ids.next();
        tell(replies, tane, topic, "Marama");
        var path = silences.path(Silences.TOPIC, bundle(tane));
        var program = new Visitor(port);
        assertThat(program.get(path).words()).contains("Just this conversation", "All notices");
        assertThat(silenced(tane)).as("looking switches nothing off").isFalse();
        var answer = new Visitor(port)
                .send(path, BodyPublishers.ofString("List-Unsubscribe=One-Click"), "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(silenced(tane)).isTrue();
        assertThat(wishes.of(tane).mails()).isTrue();
        var visitor = signedIn("Tane Click");
        var page = visitor.get("/notices");
        assertThat(page.words()).contains("No mails about this.");
        visitor.submit(page, "/notices/" + bundle(tane) + "/silence/removal", Map.of());
        assertThat(silenced(tane)).isFalse();
    }

    @Test
    void thePageOfAMailSwitchesOffAKindInItsCommunityOrAllAndAGuessedAddressNothing() {
        var tane = member("Tane Kind");
        tell(replies, tane, Ids.next(), "Marama");
        var path = silences.path(Silences.TOPIC, bundle(tane));
        var visitor = new Visitor(port);
        assertThat(visitor.submit(visitor.get(path), path, Map.of("what", "kind")).words()).contains("No more mails of this kind");
        assertThat(choices.way(tane, COMMUNITY, replies)).isEqualTo(Way.HOUSE);
        assertThat(choices.way(tane, Ids.next(), replies)).isEqualTo(Way.AT_ONCE);
        assertThat(visitor.submit(visitor.get(path), path, Map.of("what", "all")).status()).isEqualTo(200);
        assertThat(wishes.of(tane).mails()).isFalse();
        var guessed = path.substring(0, path.length() - 1) + (path.endsWith("0") ? "1" : "0");
        assertThat(visitor.get(guessed).status()).isEqualTo(404);
        assertThat(visitor.get(path.replace("/t", "/d")).status()).isEqualTo(404);
        assertThat(visitor.post("/notices/" + bundle(tane) + "/silence/removal").status()).isNotEqualTo(200);
    }

    @Test
    void nobodyLetsMailsOfAnothersTopicComeAgain() {
        var tane = member("Tane Own");
        tell(replies, tane, Ids.next(), "Marama");
        member("Hemi Own");
        var hemi = signedIn("Hemi Own");
        assertThat(hemi.post("/notices/" + bundle(tane) + "/silence/removal").status()).isEqualTo(404);
    }

    @Test
    void choicesAreKeptAndARefusalKeepsWhatWasTyped() {
        var tane = member("Tane Form");
        var visitor = signedIn("Tane Form");
        var shown = visitor.get("/notices/choices");
        assertThat(shown.page().select("select[name=way-test.reply] option[selected]").val()).isEqualTo("AT_ONCE");
        assertThat(shown.page().select("select[name=way-test.around] option[selected]").val()).isEqualTo("NONE");
        var refused = visitor.submit(
                shown, "/notices/choices", Map.of("from", "22", "way-test.reply", "DIGEST", "until", "sometime"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Quiet hours need a beginning and an end.", "Please give a day");
        assertThat(refused.page().select("select[name=way-test.reply] option[selected]").val()).isEqualTo("DIGEST");
        assertThat(visitor.submit(
                                refused, "/notices/choices", Map.of("to", "7", "until", "2026-11-20", "day", "5", "words", "true"))
                        .status())
                .isEqualTo(303);
        assertThat(choices.way(tane, COMMUNITY, replies)).isEqualTo(Way.DIGEST);
        assertThat(wishes.of(tane)).isEqualTo(new Wish(true, true, 22, 7, 5, 18, LocalDate.parse("2026-11-20")));
        assertThat(visitor.get("/notices/choices/" + COMMUNITY).status()).as("a community that is not theirs").isEqualTo(404);
    }

    @Test
    void anAddressThatTheServerRefusesGetsNoMoreNoticesUntilItIsConfirmedAgain() throws Exception {
        var tane = member("Tane Bounce");
        try (var post = new RefusingPost("550 5.1.1 no such person")) {
            smtp.choose(new Smtp.Server("127.0.0.1", post.port(), null, null, false, "house@example.org"));
            mailed(tane, "Marama");
            assertThat(bounces.stopped(tane, email("Tane Bounce"))).isTrue();
            mailed(tane, "Aroha");
            assertThat(post.senders()).hasSize(1);
            var visitor = signedIn("Tane Bounce");
            var page = visitor.get("/notices");
            assertThat(page.words()).contains("Mails to you come back", "Aroha answered you");
            post.answers("250 ok");
            visitor.submit(page, "/reachings", Map.of());
            var link = sql.sql("select substring(body from '/reachings/[0-9a-f]+') from notification.mail where account_id = :who and state = 'WAITING'")
                    .param("who", tane.value())
                    .query(String.class)
                    .single();
            var anywhere = new Visitor(port);
            anywhere.submit(anywhere.get(link), link, Map.of());
            assertThat(bounces.stopped(tane, email("Tane Bounce"))).isFalse();
            assertThat(anywhere.get(link).status()).as("used up").isEqualTo(404);
            assertThat(visitor.get("/notices").words()).doesNotContain("Mails to you come back");
        }
    }

    @Test
    void aFullMailboxOrAServersWhimStopsNothing() throws Exception {
        var tane = member("Tane Full");
        for (var answer : new String[] {"552 5.2.2 full", "550 5.7.1 policy", "450 4.2.0 later"}) {
            try (var post = new RefusingPost(answer)) {
                smtp.choose(new Smtp.Server("127.0.0.1", post.port(), null, null, false, "house@example.org"));
                mailed(tane, "Marama");
            }
        }
        assertThat(bounces.stopped(tane, email("Tane Full"))).isFalse();
        assertThat(sql.sql("select count(*) from notification.mail where account_id = :who and state = 'WAITING'")
                        .param("who", tane.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aMailThatCameBackNamesItsReaderByASignedTagOnly() {
        var tane = member("Tane Tag");
        tell(replies, tane, Ids.next(), "Marama");
        var mail = Ids.next();
        sql.sql("""
                        insert into notification.mail (id, account_id, address, locale, subject, body, html, state)
                        values (:id, :who, '', 'en', '', '', '', 'SENT')""")
                .param("id", mail)
                .param("who", tane.value())
                .update();
        var tag = bounces.tag(mail, email("Tane Tag"));
        bounces.take(tag, false);
        bounces.take("0".repeat(52), true);
        bounces.take(bounces.tag(mail, "an.old.address@example.org"), true);
        assertThat(bounces.stopped(tane, email("Tane Tag"))).isFalse();
        bounces.take(tag.toUpperCase(java.util.Locale.ROOT), true);
        assertThat(bounces.stopped(tane, email("Tane Tag"))).isTrue();
    }

    private void mailed(MemberId who, String by) {
        tell(replies, who, Ids.next(), by);
        clock.pass(Inbox.DELAY);
        ringing.ring();
        relay.carry();
    }

    private UUID bundle(MemberId who) {
        return sql.sql("select id from notification.bundle where account_id = :who")
                .param("who", who.value())
                .query(UUID.class)
                .single();
    }

    private boolean silenced(MemberId who) {
        return sql.sql("select silenced from notification.bundle where account_id = :who")
                .param("who", who.value())
                .query(Boolean.class)
                .single();
    }
}
