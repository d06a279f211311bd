package kith.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** When more is asked than the database gives. */
@WholeHouse
class FullHouseTest {
    @LocalServerPort
    int port;

    @Autowired
    HikariDataSource database;

    @Autowired
    World world;

    @Test
    void whoComesToAFullHouseIsAskedToWaitAndNotToldOfAFault() throws Exception {
        var marama = world.browser(port, world.town("orchard").author());
        assertThat(marama.get("/account").status()).isEqualTo(200);
        var taken = new ArrayList<Connection>();
        try {
            while (taken.size() < database.getMaximumPoolSize()) {
                taken.add(database.getConnection());
            }
            var told = marama.get("/account");
            assertThat(told.status()).as(told.body()).isEqualTo(503);
            assertThat(told.header("Retry-After")).isEqualTo("5");
            assertThat(told.body()).contains("full for a moment").doesNotContain("our fault", "Exception");
        } finally {
            for (var each : taken) {
                each.close();
            }
        }
        assertThat(marama.get("/account").status()).isEqualTo(200);
    }
}
