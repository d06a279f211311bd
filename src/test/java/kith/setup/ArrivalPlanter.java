package kith.setup;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mark of somebody who moved in. It has no words; the export shows where to. */
class ArrivalPlanter implements Planter {
    @Override
    public String module() {
        return "setup";
    }

    @Override
    public String trace(String canary) {
        return UUID.nameUUIDFromBytes(canary.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        owner.sql(
                        "insert into setup.arrival (community_id, key, content, id) values (:where, 'key', convert_to(:c, 'UTF8'), :who)")
                .param("where", UUID.fromString(trace(canary)))
                .param("c", canary)
                .param("who", who.value())
                .update();
    }
}
