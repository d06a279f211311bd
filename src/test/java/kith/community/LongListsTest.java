package kith.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import kith.Visitor;
import kith.house.TestHouse;
import kith.identity.Ids;
import kith.identity.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Lists longer than a page show everything once, page after page. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class LongListsTest {
    private static final int MANY = 65;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Founding founding;

    @Autowired
    Packs packs;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Requests requests;

    @Autowired
    Invites invites;

    Cast cast;
    Viewer ana;
    Visitor asAna;
    CommunityId community;
    String slug;

    @BeforeEach
    void anaHasAPlace() {
        cast = new Cast(sql);
        ana = cast.person("Ana");
        asAna = cast.at(port, ana);
        slug = "l-" + Ids.next().toString().substring(19);
        community = found(slug, Community.Joining.REQUEST);
        memberships.addAsHouse(community, ana.member(), Role.MANAGER);
    }

    private CommunityId found(String at, Community.Joining joining) {
        var pack = packs.newest("autoimmune", "en").orElseThrow();
        return founding.foundAsHouse(
                new Founding.Wish(pack, "Slow Mornings", at, "", joining, Community.Visibility.PRIVATE));
    }

    /** The same part of every page, from the first to the last. */
    private List<String> walk(String path, String part) {
        var found = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var next = path; !next.isEmpty() && seen.add(next); ) {
            var page = asAna.get(next);
            assertThat(page.status()).as(next).isEqualTo(200);
            found.addAll(page.page().select(part).eachAttr(part.contains("href") ? "href" : "action"));
            var more = page.page().selectFirst("main a[href*=after=]");
            next = more == null ? "" : more.attr("href");
        }
        assertThat(seen.size()).as("pages of " + path).isGreaterThan(1);
        return found;
    }

    @Test
    void everyMemberIsThereOnce() {
        for (var n = 0; n < MANY; n++) {
            memberships.addAsHouse(community, cast.person("Marama " + n % 7).member(), Role.MEMBER);
        }
        assertThat(walk("/members/" + slug + "?name=mar", "main .sections a[href*=/members/]"))
                .hasSize(MANY)
                .doesNotHaveDuplicates();
        assertThat(walk("/members/" + slug, "main .sections a[href*=/members/]"))
                .hasSizeGreaterThanOrEqualTo(MANY);
    }

    @Test
    void everyRequestIsThereOnce() {
        for (var n = 0; n < MANY; n++) {
            requests.ask(cast.person("Tane"), slug, "Number " + n);
        }
        assertThat(walk("/requests/" + slug, "form[action$=/decision]"))
                .hasSize(MANY)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyInvitationIsThereOnce() {
        var place = communities.find(ana, slug);
        for (var n = 0; n < MANY; n++) {
            invites.make(place, null, 1, Duration.ofDays(3));
        }
        assertThat(walk("/invites/" + slug, "form[action$=/removal]"))
                .hasSize(MANY)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyCommunityIsOfferedOnce() {
        var mark = Ids.next().toString().substring(24);
        for (var n = 0; n < MANY; n++) {
            found("o-" + mark + "-" + n, Community.Joining.OPEN);
        }
        assertThat(walk("/communities", "a.cover[href*=" + mark + "]"))
                .hasSize(MANY)
                .doesNotHaveDuplicates();
    }

    @Test
    void aKeyThatNobodyGaveOutIsNotHere() {
        for (var list : List.of("/members/", "/requests/", "/invites/")) {
            assertThat(asAna.get(list + slug + "?after=%00nonsense").status())
                    .as(list)
                    .isEqualTo(404);
        }
        assertThat(asAna.get("/communities?after=%00").status()).isEqualTo(200);
        assertThat(asAna.get("/members/" + slug + "?name=%00").status()).isEqualTo(200);
    }
}
