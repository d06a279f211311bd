package kith.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import kith.house.Finding;
import kith.house.HouseKey;
import kith.house.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log cannot be changed by the app, and a change by anybody else shows. */
class AuditLogTest {
    private TestHouse house;
    private JdbcClient app;
    private AuditLog log;

    @BeforeEach
    void moveIn() {
        house = TestHouse.fresh();
        app = house.asApp();
        HouseKey key = house.installation().key();
        log = new AuditLog(app, key);
        log.note(UUID.randomUUID(), "session.opened", "account 1", "");
        log.note(null, "account.erased", "account 2", "");
    }

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void anUntouchedLogHolds() {
        assertThat(log.firstBroken()).isEmpty();
        assertThat(log.end()).startsWith("2 ");
        assertThat(new AuditCheckup().look(house.chart(Map.of())).toString()).contains("The audit log is whole");
    }

    @Test
    void theAppMayNeitherChangeNorRemoveAnEntry() {
        for (var statement :
                new String[] {"update audit.entry set verb = 'x'", "delete from audit.entry", "truncate audit.entry"}) {
            assertThatThrownBy(() -> app.sql(statement).update()).rootCause().hasMessageContaining("permission denied");
        }
    }

    @Test
    void evenTheOwnerIsStoppedAndAChangePastTheTriggersShows() {
        var owner = house.asOwner();
        assertThatThrownBy(() -> owner.sql("update audit.entry set verb = 'x'").update())
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> owner.sql("truncate audit.entry").update()).hasMessageContaining("only ever added to");
        owner.sql("alter table audit.entry disable trigger user").update();
        owner.sql("update audit.entry set detail = 'nothing happened' where seq = 1")
                .update();
        assertThat(log.firstBroken()).hasValue(1);
        assertThat(new AuditCheckup().look(house.chart(Map.of())).getFirst().grade())
                .as("the doctor says so too")
                .isEqualTo(Finding.Grade.WRONG);
    }

    @Test
    void aRemovedEntryShows() {
        var owner = house.asOwner();
        log.note(null, "third", "", "");
        owner.sql("alter table audit.entry disable trigger user").update();
        owner.sql("delete from audit.entry where seq = 2").update();
        assertThat(log.firstBroken()).hasValue(3);
    }

    @Test
    void craftedTextKeepsNoActOutOfTheLog() {
        log.note(null, "crafted", "nul \0 and lone \ud800 surrogate", "x".repeat(5_000_000));
        assertThat(log.firstBroken()).isEmpty();
        assertThat(log.end()).startsWith("3 ");
    }
}
