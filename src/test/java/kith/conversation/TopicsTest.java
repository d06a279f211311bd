package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
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
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@HouseTest
@RecordApplicationEvents
class TopicsTest {
    @Autowired
    JdbcClient sql;

    @Autowired
    Topics topics;

    @Autowired
    Posts posts;

    @Autowired
    Revisions revisions;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Thanks thanks;

    @Autowired
    Drafts drafts;

    @Autowired
    NewestTopics newest;

    @Autowired
    ConversationData data;

    @Autowired
    Communities communities;

    @Autowired
    Sections sections;

    @Autowired
    ApplicationEvents events;

    Cast cast;
    Viewer marama;
    Viewer tane;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        marama = cast.member("Marama");
        tane = cast.member("Tane");
    }

    @Test
    void aReplyIsThereCountedAndToldOf() {
        var topic = open(marama, "Missed two doses", "We were away.");
        var reply = say(tane, topic, "Same in March.");
        var now = topics.find(marama, topic);
        assertThat(now.replies()).isEqualTo(1);
        assertThat(posts.find(marama, reply).author().name()).isEqualTo("Tane");
        assertThat(posts.in(now, new Window.FromStart()).posts())
                .extracting(Post::body)
                .containsExactly("We were away.", "Same in March.");
        assertThat(events.stream(PostPublished.class).filter(PostPublished::firstReply))
                .hasSize(1);
        assertThat(events.stream(TopicOpened.class).filter(TopicOpened::firstByAuthor))
                .hasSize(1);
    }

    @Test
    void answeringOneselfIsNotAFirstReply() {
        var topic = open(marama, "Missed two doses", "We were away.");
        say(marama, topic, "I forgot to say: two days.");
        assertThat(events.stream(PostPublished.class).filter(PostPublished::firstReply))
                .isEmpty();
        say(tane, topic, "Same in March.");
        assertThat(events.stream(PostPublished.class).filter(PostPublished::firstReply))
                .hasSize(1);
    }

    @Test
    void theSameReplySentTwiceInAHurryIsThereOnce() {
        var topic = open(marama, "Missed two doses", "We were away.");
        assertThat(say(tane, topic, "Same in March.")).isEqualTo(say(tane, topic, "Same in March."));
        assertThat(topics.find(tane, topic).replies()).isEqualTo(1);
    }

    @Test
    void whoIsNotInThePlaceFindsNothing() {
        var topic = open(marama, "Missed two doses", "We were away.");
        var reply = say(tane, topic, "Same in March.");
        var jo = cast.guest("Jo");
        assertThatThrownBy(() -> topics.find(jo, topic)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> posts.find(jo, reply)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> topics.find(Viewer.anonymous(java.util.Locale.ENGLISH), topic))
                .isInstanceOf(NotHere.class);
        assertThat(newest.latest(jo, 10)).isEmpty();
        assertThat(newest.latest(tane, 10)).extracting(h -> h.title()).containsExactly("Missed two doses");
    }

    @Test
    void aLongTopicIsReadPageByPageWithoutAGapOrARepeat() {
        var topic = open(marama, "Counting", "0");
        for (var n = 1; n <= 47; n++) {
            say(n % 2 == 0 ? marama : tane, topic, "" + n);
        }
        var found = topics.find(tane, topic);
        var first = posts.in(found, new Window.FromStart());
        var second = posts.in(found, new Window.After(Objects.requireNonNull(first.later())));
        var third = posts.in(found, new Window.After(Objects.requireNonNull(second.later())));
        assertThat(bodies(first)).hasSize(20).startsWith("0");
        assertThat(bodies(second)).startsWith("20").hasSize(20);
        assertThat(bodies(third)).hasSize(8).endsWith("47");
        assertThat(third.later()).isNull();
        assertThat(first.earlier()).isNull();
        assertThat(bodies(posts.in(found, new Window.Before(Objects.requireNonNull(third.earlier())))))
                .isEqualTo(bodies(second));
        assertThat(bodies(posts.in(found, new Window.Newest())))
                .hasSize(20)
                .startsWith("28")
                .endsWith("47");
        var around = posts.in(found, new Window.Around(second.posts().get(5).id()));
        assertThat(bodies(around)).hasSize(20).startsWith("15").contains("25").endsWith("34");
    }

    @Test
    void topicsArePagedByTheirLastWords() {
        for (var n = 0; n < 25; n++) {
            open(marama, "Topic " + n, "words");
        }
        var place = communities.find(tane, cast.slug);
        var seen = new HashSet<TopicId>();
        var first = topics.recent(place, null, null);
        first.items().forEach(topic -> seen.add(topic.id()));
        assertThat(first.items().getFirst().title()).isEqualTo("Topic 24");
        topics.recent(place, null, first.next()).items().forEach(topic -> seen.add(topic.id()));
        assertThat(seen).hasSize(25);
        assertThatThrownBy(() -> topics.recent(place, null, "garbage")).isInstanceOf(NotHere.class);
        assertThat(newest.inSections(place).values()).extracting(Topic::title).containsExactly("Topic 24");
    }

    @Test
    void pinnedTopicsStandApart() {
        var topic = open(marama, "Read this first", "words");
        topics.pin(topics.find(marama, topic), true);
        var place = communities.find(tane, cast.slug);
        assertThat(topics.pinned(place)).extracting(Topic::id).containsExactly(topic);
        assertThat(topics.recent(place, null, null).items()).isEmpty();
    }

    @Test
    void anEditKeepsWhatWasSaidBefore() {
        var topic = open(marama, "Missed two doses", "We were away.");
        var reply = posts.find(tane, say(tane, topic, "first"));
        assertThat(revisions.add(edit(reply, 1, "second"))).isTrue();
        var edited = posts.find(marama, reply.id());
        assertThat(edited.body()).isEqualTo("second");
        assertThat(edited.edited()).isTrue();
        assertThat(revisions.of(edited))
                .extracting(Revisions.Revision::html)
                .allMatch(html -> html.contains("first"))
                .hasSize(1);
    }

    @Test
    void anEditOfOldWordsChangesNothing() {
        var topic = open(marama, "Missed two doses", "We were away.");
        var reply = posts.find(tane, say(tane, topic, "first"));
        revisions.add(edit(reply, 1, "from one window"));
        assertThat(revisions.add(edit(reply, 1, "from another"))).isFalse();
        assertThat(posts.find(tane, reply.id()).body()).isEqualTo("from one window");
        assertThat(revisions.of(posts.find(tane, reply.id()))).hasSize(1);
    }

    @Test
    void historyCannotBeRewritten() {
        assertThatThrownBy(() ->
                        sql.sql("update conversation.revision set body = ''").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("delete from conversation.revision").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsTakenBackIsGoneForOthersComesBackAndIsEmptiedAfterAMonth() {
        var topic = open(marama, "Missed two doses", "We were away.");
        var reply = posts.find(tane, say(tane, topic, "canary-first"));
        revisions.add(edit(reply, 1, "canary-second"));
        withdrawals.add(posts.find(tane, reply.id()));
        var hidden = posts.find(marama, reply.id());
        assertThat(hidden.html() + hidden.body()).isEmpty();
        assertThat(revisions.of(hidden)).isEmpty();
        assertThat(topics.find(marama, topic).replies()).isZero();
        withdrawals.remove(posts.find(tane, reply.id()));
        assertThat(posts.find(marama, reply.id()).body()).isEqualTo("canary-second");
        assertThat(topics.find(marama, topic).replies()).isEqualTo(1);
        withdrawals.add(posts.find(tane, reply.id()));
        withdrawals.emptyAsHouse(Instant.now().plus(29, ChronoUnit.DAYS));
        assertThat(posts.find(tane, reply.id()).body()).isEqualTo("canary-second");
        withdrawals.emptyAsHouse(Instant.now().plus(31, ChronoUnit.DAYS));
        assertThat(posts.find(tane, reply.id()).state()).isEqualTo(Post.State.EMPTIED);
        assertThat(everything()).doesNotContain("canary");
    }

    @Test
    void anOpeningTakenBackBeforeAnyReplyWasNeverThere() {
        var topic = open(marama, "Missed two doses", "We were away.");
        withdrawals.add(first(marama, topic));
        assertThatThrownBy(() -> topics.find(tane, topic)).isInstanceOf(NotHere.class);
        assertThat(topics.recent(communities.find(tane, cast.slug), null, null).items())
                .isEmpty();
        assertThat(topics.find(marama, topic).title()).isEqualTo("Missed two doses");
    }

    @Test
    void anOpeningTakenBackAfterRepliesLosesItsTitleOnly() {
        var topic = open(marama, "Missed two doses", "We were away.");
        say(tane, topic, "Same in March.");
        withdrawals.add(first(marama, topic));
        assertThat(topics.find(tane, topic).title()).isEmpty();
        assertThat(topics.find(tane, topic).opening()).isEmpty();
    }

    @Test
    void thanksAreTurnedOnAndOffAndNamedInOneQuery() {
        var topic = open(marama, "Missed two doses", "We were away.");
        var opening = first(tane, topic);
        for (var name : List.of("Jo", "Ruth", "Ana")) {
            thanks.turn(first(cast.member(name), topic), Thanks.Kind.WITH_YOU);
        }
        thanks.turn(opening, Thanks.Kind.WITH_YOU);
        thanks.turn(opening, Thanks.Kind.BEEN_THERE);
        var given = Objects.requireNonNull(thanks.on(List.of(opening), tane).get(opening.id()));
        assertThat(given.of(Thanks.Kind.WITH_YOU)).isEqualTo(4);
        assertThat(given.people()).isEqualTo(4);
        assertThat(given.names()).containsExactly("Jo", "Ruth");
        assertThat(given.others()).isEqualTo(2);
        assertThat(given.mine()).isEqualTo(Set.of(Thanks.Kind.WITH_YOU, Thanks.Kind.BEEN_THERE));
        thanks.turn(opening, Thanks.Kind.WITH_YOU);
        assertThat(thanks.of(opening)).hasSize(4);
        assertThat(events.stream(PostThanked.class)).hasSize(5);
    }

    @Test
    void draftsAreTheirWritersAlone() {
        var key = new DraftKey("topic:" + cast.slug);
        drafts.keep(tane, key, java.util.Map.of("title", "Half a", "body", "“quoted” \\ text"));
        drafts.keep(tane, key, java.util.Map.of("title", "Half a title", "body", "more"));
        assertThat(drafts.of(tane)).extracting(Draft::opening).containsExactly("Half a title");
        assertThat(drafts.find(marama, key)).isEmpty();
        drafts.remove(tane, key);
        assertThat(drafts.of(tane)).isEmpty();
        assertThatThrownBy(() -> new DraftKey("reply:../../etc")).isInstanceOf(NotHere.class);
    }

    @Test
    void afterErasureNoWordIsLeftAndOthersWordsStay() {
        var canary = cast.member("Canary");
        var alone = open(canary, "canary-title one", "canary-body one");
        var answered = open(canary, "canary-title two", "canary-body two");
        say(tane, answered, "I am here.");
        revisions.add(edit(first(canary, answered), 1, "canary-body three"));
        thanks.turn(first(canary, open(tane, "Other", "words")), Thanks.Kind.HELPED_ME);
        drafts.keep(canary, new DraftKey("topic:" + cast.slug), java.util.Map.of("body", "canary-draft"));
        assertThat(data.export(canary.member()).stream().map(part -> part.rows().size()))
                .containsExactly(2, 2, 1, 1, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0);
        data.erase(canary.member());
        data.erase(canary.member());
        assertThat(everything())
                .doesNotContain("canary")
                .doesNotContain(canary.member().toString())
                .contains("I am here.");
        assertThatThrownBy(() -> topics.find(tane, alone)).isInstanceOf(NotHere.class);
        var left = topics.find(tane, answered);
        assertThat(left.title()).isEmpty();
        assertThat(posts.in(left, new Window.FromStart()).posts())
                .extracting(Post::state)
                .containsExactly(Post.State.ERASED, Post.State.STANDING);
    }

    private String everything() {
        var all = new StringBuilder();
        for (var table : List.of("topic", "post", "revision", "thanks", "draft")) {
            all.append(sql.sql("select coalesce(string_agg(t::text, ' '), '') from conversation." + table + " t")
                    .query(String.class)
                    .single());
        }
        return all.toString();
    }

    private TopicId open(Viewer who, String title, String body) {
        var place = communities.find(who, cast.slug);
        var form = new TopicsController.TopicForm(cast.slug, "medicines", title, "", "", body, "", "", "");
        return switch (Opening.of(place, sections.of(place), Speaking.NAMED, form, Rules.TOPIC)) {
            case Outcome.Published<Opening> published -> {
                var opening = published.work();
                topics.open(opening);
                yield opening.id();
            }
            case Outcome.Refused<Opening> refused -> throw new AssertionError(refused.why());
        };
    }

    private PostId say(Viewer who, TopicId topic, String body) {
        return switch (topics.find(who, topic).reply(body, Note.NONE, Speaking.NAMED, Rules.REPLY)) {
            case Outcome.Published<Reply> published -> posts.add(published.work());
            case Outcome.Refused<Reply> refused -> throw new AssertionError(refused.why());
        };
    }

    private static Post.Edit edit(Post post, int version, String body) {
        return switch (post.edit(version, body, Rules.EDIT)) {
            case Outcome.Published<Post.Edit> published -> published.work();
            case Outcome.Refused<Post.Edit> refused -> throw new AssertionError(refused.why());
        };
    }

    private Post first(Viewer who, TopicId topic) {
        return posts.in(topics.find(who, topic), new Window.FromStart()).posts().getFirst();
    }

    private static List<String> bodies(Stretch stretch) {
        return stretch.posts().stream().map(Post::body).toList();
    }
}
