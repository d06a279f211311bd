package kith.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.Browser;
import kith.SignIn;
import kith.Visitor;
import kith.community.CommunityId;
import kith.community.Founding;
import kith.community.Memberships;
import kith.community.Packs;
import kith.community.Role;
import kith.house.TestHouse;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** A community of their own for each walk: Ruth and Farah are nurses, Ana manages, Marama and Jo are members. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
abstract class AdviceWalk {
    static final String UNTIL = LocalDate.now().plusMonths(4).toString();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Founding founding;

    @Autowired
    Memberships memberships;

    final Map<String, MemberId> ids = new HashMap<>();
    private final List<BrowserContext> phones = new ArrayList<>();
    String slug = "";
    CommunityId here = new CommunityId(new UUID(0, 0));

    @BeforeEach
    void settle() {
        found("autoimmune");
    }

    void found(String pack) {
        slug = "walk-" + Long.toString(System.nanoTime(), 36);
        here = founding.foundAsHouse(
                new Founding.Wish(Packs.shipped().newest(pack, "en").orElseThrow(), "Slow mornings", slug));
        join("Marama", Role.MEMBER);
        join("Jo", Role.MEMBER);
        join("Ana", Role.MANAGER);
        nurse("Ruth");
        nurse("Farah");
    }

    Page phone(String who, String path) {
        var phone = Browser.person(new NewContextOptions().setViewportSize(320, 640));
        phones.add(phone);
        phone.addCookies(List.of(new Cookie("__Host-kith", SignIn.secret(sql, ids.get(who)))
                .setUrl("https://localhost:" + port)
                .setSecure(true)));
        var page = phone.newPage();
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    @AfterEach
    void close() {
        phones.forEach(BrowserContext::close);
    }

    static void clean(Page page) {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as(page.url())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    /** A question of Marama's in the hands of one nurse. */
    String given(String nurse, String title) {
        var path = ask(visitor("Marama"), title, Map.of());
        hand(path, nurse);
        return path;
    }

    void hand(String path, String nurse) {
        var ana = visitor("Ana");
        var waiting = "/questions/" + slug + "/waiting/" + path.substring("/question/".length());
        ana.submit(ana.get(waiting), waiting, Map.of("to", ids.get(nurse).toString()));
    }

    Visitor.Answer answer(Visitor nurse, String path) {
        return nurse.submit(
                nurse.get(path),
                path + "/answers",
                Map.of(
                        "body",
                        "It is usually the day after.",
                        "until",
                        UNTIL,
                        "source-0",
                        "A guide",
                        "address-0",
                        "https://example.org/guide",
                        "year-0",
                        "2024"));
    }

    String ask(Visitor who, String title, Map<String, String> more) {
        var fields = new HashMap<>(Map.of(
                "section",
                section(),
                "title",
                title,
                "body",
                "I would like to know.",
                "audience",
                "all",
                "as",
                "name"));
        fields.putAll(more);
        var asked = who.submit(who.get("/questions/" + slug + "/new"), "/questions/" + slug, fields);
        assertThat(asked.status()).as(asked.text()).isEqualTo(303);
        return asked.location();
    }

    static UUID id(String path) {
        return UUID.fromString(path.substring("/question/".length()));
    }

    /** How many duties of a kind are open here. */
    int owed(String kind) {
        return sql.sql(
                        "select count(*)::int from duty.duty where community_id = :here and kind = :kind and outcome is null")
                .param("here", here.value())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    String section() {
        return sql.sql(
                        "select slug from community.section where community_id = :here and not retired order by position limit 1")
                .param("here", here.value())
                .query(String.class)
                .single();
    }

    Visitor visitor(String name) {
        return SignIn.as(sql, port, ids.get(name));
    }

    void nurse(String name) {
        join(name, Role.PRACTITIONER);
        sql.sql("""
                        insert into practitioner.credential (id, community_id, member_id, profession, register, number, jurisdiction, scope, sentence, languages,
                            checked_on, valid_until, ends_at)
                        values (:id, :here, :who, 'Nurse', 'nz-nursing', '1', 'NZ', '{}', '', '{en}', current_date, current_date + 300, now() + interval '300 days')""")
                .param("id", Ids.next())
                .param("here", here.value())
                .param("who", ids.get(name).value())
                .update();
    }

    void join(String name, Role role) {
        var id = MemberId.next();
        ids.put(name, id);
        sql.sql(
                        "insert into identity.account (id, email, name, name_key, status) values (:id, :email, :name, :key, 'ACTIVE')")
                .param("id", id.value())
                .param("email", id + "@example.org")
                .param("name", name)
                .param("key", name + id)
                .update();
        memberships.addAsHouse(here, id, role);
        sql.sql("update community.membership set guidelines = 100 where account_id = :id")
                .param("id", id.value())
                .update();
    }
}
