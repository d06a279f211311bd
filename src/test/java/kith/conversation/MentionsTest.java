package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kith.community.Communities;
import kith.community.Sections;
import kith.house.HouseTest;
import kith.identity.Viewer;
import kith.page.Markdown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom words name, and where that leads. */
@HouseTest
class MentionsTest {
    @Autowired
    JdbcClient sql;

    @Autowired
    Topics topics;

    @Autowired
    Posts posts;

    @Autowired
    Revisions revisions;

    @Autowired
    Mentions mentions;

    @Autowired
    MembersHere members;

    @Autowired
    Communities communities;

    @Autowired
    Sections sections;

    Cast cast;
    Talk talk;
    Viewer marama;
    Viewer tane;
    Viewer maryAnn;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        talk = new Talk(cast, communities, sections, topics, posts);
        marama = cast.member("Marama");
        tane = cast.member("Tane");
        maryAnn = cast.member("Mary Ann");
    }

    @Test
    void namesOfMembersLeadToThemAndTheLongestCounts() {
        var mary = cast.member("Mary");
        assertThat(html("Ask @Tane, @[Mary Ann] or @mary ann. And @Mary!"))
                .contains(
                        ">@Tane</a>, ",
                        link(maryAnn) + "\" rel=",
                        ">@Mary Ann</a>",
                        ">@mary ann</a>. And ",
                        ">@Mary</a>!")
                .contains(link(tane), link(mary));
        assertThat(told(maryAnn)).isEqualTo(1);
    }

    @Test
    void aNameWithSignsOfMarkdownIsStillOne() {
        var odd = cast.member("A_b [c]".replace("[c]", "*c*"));
        assertThat(html("Hello @A_b \\*c\\* there")).contains(link(odd));
    }

    @Test
    void codeLinksAddressesAndStrangersStayAsTheyAre() {
        cast.guest("Jo");
        assertThat(html("`@Tane` and me@Tane and https://example.org/@Tane and [x @Tane](https://example.org) and @Jo"))
                .doesNotContain("/members/");
        assertThat(html("[look](/members/" + cast.slug + "/" + tane.member() + ")"))
                .doesNotContain("/members/");
    }

    @Test
    void whoIsNotToBeFoundIsNotNamed() {
        cast.change(tane, "listed = false");
        assertThat(html("Ask @Tane")).doesNotContain("/members/");
        assertThat(told(tane)).isZero();
        var place = communities.find(marama, cast.slug);
        assertThat(members.beginning(place, "ta", "")).isEmpty();
        assertThat(members.beginning(place, "MA", ""))
                .extracting(card -> card.name())
                .containsExactly("Marama", "Mary Ann");
        assertThat(members.beginning(place, "ma", "Marama"))
                .extracting(card -> card.name())
                .containsExactly("Mary Ann");
    }

    @Test
    void theLinkGoesWhenTheyLeaveAndTheWordsStay() {
        var topic = talk.open(marama, "Missed two doses", "Ask @Tane or @[Mary Ann].");
        mentions.on(new kith.community.MemberLeft(cast.community, tane.member(), java.time.Instant.now()));
        assertThat(html(first(topic)))
                .contains("Ask @Tane or <a href=", ">@Mary Ann</a>")
                .doesNotContain(link(tane));
        mentions.forget(maryAnn.member());
        assertThat(html(first(topic))).isEqualTo("<p>Ask @Tane or @Mary Ann.</p>\n");
    }

    @Test
    void anEditNamesAnewAndTellsOnlyThoseWhoAreNew() {
        var topic = talk.open(marama, "Missed two doses", "Ask @Tane.");
        var post = first(topic);
        edit(post, "Ask @Tane or @[Mary Ann].");
        assertThat(told(tane)).isEqualTo(1);
        assertThat(told(maryAnn)).isEqualTo(1);
        edit(first(topic), "Ask nobody.");
        assertThat(html(first(topic))).doesNotContain("/members/");
        assertThat(sql.sql("select count(*) from conversation.mention where post_id = ?")
                        .param(post.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingComesInByAName() {
        var paths = Map.of("tane", "/members/slow/00000000-0000-7000-8000-000000000000", "x", "javascript:alert(1)");
        assertThat(Markdown.render("@x @[x] @Tane<script>alert(1)</script>", paths)
                        .html())
                .doesNotContain("javascript", "<script");
        assertThat(Markdown.render("a **@Tane** b\n@Tane *c* @Tane", paths)
                        .html()
                        .split("/members/"))
                .hasSize(4);
        assertThat(Markdown.names("@" + "a ".repeat(200) + " @b".repeat(100)).size())
                .isLessThan(100);
    }

    private void edit(Post post, String body) {
        if (post.edit(post.version(), body, Rules.EDIT) instanceof Outcome.Published<Post.Edit> published) {
            assertThat(revisions.add(published.work())).isTrue();
        }
    }

    private String html(String body) {
        return html(first(talk.open(marama, "Missed two doses", body)));
    }

    /** As it is read: the cleaner writes the sign in its own way. */
    private static String html(Post post) {
        return post.html().replace("&#64;", "@");
    }

    private Post first(TopicId topic) {
        return posts.in(topics.find(marama, topic), new Window.FromStart())
                .posts()
                .getFirst();
    }

    private String link(Viewer who) {
        return "/members/" + cast.slug + "/" + who.member();
    }

    private int told(Viewer who) {
        return sql.sql(
                        "select count(*) from notification.notice where account_id = ? and kind = 'conversation.mention'")
                .param(who.member().value())
                .query(Integer.class)
                .single();
    }
}
