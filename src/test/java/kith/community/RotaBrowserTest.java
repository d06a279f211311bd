package kith.community;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kith.Browser;
import kith.house.TestHouse;
import kith.identity.Ids;
import kith.identity.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Ana plans a shift for Ruth the nurse; Ruth gives a turn away and Ben takes it; Marama reads who is there. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class RotaBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Founding founding;

    @Autowired
    Packs packs;

    @Autowired
    Memberships memberships;

    Cast cast;
    String slug;
    CommunityId here;
    BrowserContext phone;

    @BeforeEach
    void found() {
        cast = new Cast(sql);
        slug = "r-" + Ids.next().toString().substring(19);
        here = founding.foundAsHouse(new Founding.Wish(
                packs.newest("quit-smoking", "en").orElseThrow(),
                "Clear Air",
                slug,
                "",
                Community.Joining.OPEN,
                Community.Visibility.PRIVATE));
    }

    @AfterEach
    void close() {
        if (phone != null) {
            phone.close();
        }
    }

    private Viewer joined(String name, Role role) {
        var who = cast.person(name);
        memberships.addAsHouse(here, who.member(), role);
        sql.sql("update community.membership set onboarded = true, guidelines = 1 where account_id = :who")
                .param("who", who.member().value())
                .update();
        return who;
    }

    private Page as(Viewer who, String path) {
        close();
        phone = Browser.person(new NewContextOptions().setViewportSize(320, 640));
        phone.addCookies(List.of(new Cookie("__Host-kith", cast.at(port, who).cookie("__Host-kith"))
                .setUrl("https://localhost:" + port)
                .setSecure(true)));
        var page = phone.newPage();
        page.navigate("http://localhost:" + port + path + slug);
        return page;
    }

    private Locator news(Viewer who) {
        var page = as(who, "/rota/");
        page.navigate("http://localhost:" + port + "/notices");
        return page.locator("main");
    }

    @Test
    void aTurnGoesFromRuthToBenAndMaramaReadsWhoIsThere() {
        var ana = joined("Ana", Role.MANAGER);
        var ruth = joined("Ruth", Role.PRACTITIONER);
        var ben = joined("Ben", Role.MODERATOR);
        var marama = joined("Marama", Role.MEMBER);

        var planning = as(ana, "/rota/");
        planning.locator("summary", new Page.LocatorOptions().setHasText("Plan a shift"))
                .click();
        planning.getByLabel("Who", new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel("Ruth"));
        for (var day : List.of("Sat", "Sun")) {
            planning.getByLabel(day, new Page.GetByLabelOptions().setExact(true))
                    .check();
        }
        planning.getByLabel("From").fill("00:00");
        planning.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("00:00");
        planning.getByLabel("Since")
                .fill(LocalDate.now(ZoneId.of("Pacific/Auckland")).minusDays(2).toString());
        planning.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Plan a shift"))
                .click();
        assertThat(planning.locator("main")).containsText("Ruth");

        var offering = as(ruth, "/rota/");
        offering.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Offer to others"))
                .first()
                .press("Enter");
        assertThat(offering.locator("main")).containsText("To give away");

        assertThat(news(ben)).containsText("Ruth gives a turn away: ");
        assertThat(news(ruth)).not().containsText("gives a turn away");
        var taking = as(ben, "/rota/");
        taking.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I take this turn"))
                .press("Enter");
        assertThat(taking.locator("body")).containsText("It is your turn now");
        assertThat(news(ruth)).containsText("Ben takes your turn: ");
        assertThat(news(ben)).not().containsText("gives a turn away");

        assertThat(as(marama, "/conversations/").locator("#watch")).containsText("reads along until");
        assertThat(as(marama, "/promises/").locator("main")).containsText("Within 10 hours of working time");
    }
}
