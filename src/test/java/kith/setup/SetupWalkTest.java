package kith.setup;

import static org.assertj.core.api.Assertions.assertThat;

import kith.Visitor;
import kith.house.House;
import kith.house.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Ana starts a new house in her browser, step by step, with every wrong turn on the way. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "kith.mode=serve")
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class SetupWalkTest {
    @LocalServerPort
    int port;

    @Autowired
    Beginning beginning;

    @Autowired
    House house;

    @Autowired
    JdbcClient sql;

    @Test
    void anEmptyHouseIsSetUpOnceBehindTheCodeOfTheConsole() {
        var code = beginning.code();
        assertThat(code).matches("([2-9A-HJ-NP-Z]{3}-){7}[2-9A-HJ-NP-Z]{3}");
        assertThat(house.setting("setup.code").orElseThrow()).doesNotContain(code);
        var ana = new Visitor(port);
        assertThat(ana.get("/sign-in").location()).isEqualTo("/setup");
        assertThat(ana.get("/communities/anything").location()).isEqualTo("/setup");

        ana.get("/setup");
        assertThat(ana.post(
                                "/setup/operator",
                                "email",
                                "eve@example.org",
                                "name",
                                "Eve",
                                "password",
                                "a long enough secret")
                        .status())
                .isEqualTo(404);
        ana.get("/setup");
        var wrong = ana.post("/setup/code", "code", "AAA-BBB-CCC");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("This is not the code");
        assertThat(ana.post("/setup/code", "code", code.toLowerCase().replace('-', ' '))
                        .location())
                .isEqualTo("/setup");

        assertThat(ana.get("/setup").text()).contains("You will run this house");
        var weak = ana.post("/setup/operator", "email", "ana@example.org", "name", "Ana", "password", "short");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.page().select("#email").val()).isEqualTo("ana@example.org");
        var made = ana.post(
                "/setup/operator", "email", "ana@example.org", "name", "Ana", "password", "warm stones in the river");
        assertThat(made.location()).isEqualTo("/setup");

        assertThat(ana.get("/setup").text()).contains("All communities live under this roof");
        assertThat(ana.post("/setup/house", "name", "H", "language", "xx", "zone", "Mars/Olympus")
                        .status())
                .isEqualTo(422);
        assertThat(ana.post("/setup/house", "name", "Harbour", "language", "de", "zone", "Pacific/Auckland")
                        .location())
                .isEqualTo("/setup");
        assertThat(house.name()).contains("Harbour");
        var faraway = new Visitor(port).speaking("mi").get("/setup");
        assertThat(faraway.page().select("html").attr("lang"))
                .as("the house's language, for whom it speaks no language")
                .isEqualTo("de");

        assertThat(ana.get("/setup").text()).contains("How mails leave the house");
        assertThat(ana.post("/setup/mail", "host", "", "port", "x", "from", "nobody", "act", "keep")
                        .status())
                .isEqualTo(422);
        var failed =
                ana.post("/setup/mail", "host", "127.0.0.1", "port", "1", "from", "house@example.org", "act", "try");
        assertThat(failed.status()).isEqualTo(422);
        assertThat(failed.text()).contains("did not take the test mail");
        assertThat(failed.page().select("#host").val()).isEqualTo("127.0.0.1");
        assertThat(ana.post("/setup/mail", "act", "without").location()).isEqualTo("/setup");

        var last = ana.get("/setup");
        assertThat(last.page().select("input[name=pack]")).hasSize(3);
        var nameless = ana.post("/setup/community", "name", "", "pack", "autoimmune", "joining", "OPEN");
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.page().select("input[value=autoimmune]").hasAttr("checked"))
                .isTrue();
        var done = ana.post(
                "/setup/community", "name", "Slow Mornings", "slug", "", "pack", "autoimmune", "joining", "REQUEST");
        assertThat(done.location()).isEqualTo("/communities/slow-mornings");
        assertThat(ana.visit("/communities/slow-mornings").text()).contains("Slow Mornings");
        assertThat(sql.sql(
                                "select b.role from community.belonging b join identity.card c on c.id = b.account_id where c.name = 'Ana'")
                        .query(String.class)
                        .single())
                .isEqualTo("MANAGER");
        assertThat(ana.get("/mails").status()).as("the operator's page").isEqualTo(200);

        assertThat(ana.get("/setup").status()).isEqualTo(404);
        ana.get("/sign-in");
        assertThat(ana.post("/setup/code", "code", code).status()).isEqualTo(404);
        assertThat(new Visitor(port).get("/sign-in").status()).isEqualTo(200);
        assertThat(new Visitor(port).get("/demo").status())
                .as("a real house has no open doors")
                .isEqualTo(404);
    }
}
