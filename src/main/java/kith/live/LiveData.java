package kith.live;

import java.util.List;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That something of a member's own changed, and when, for an hour. */
@Component
class LiveData implements PersonalData {
    private final JdbcClient sql;

    LiveData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "live";
    }

    @Override
    public Set<String> columns() {
        return PersonalRows.columns("live", "change key kind at");
    }

    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns("live", "change id noun about number");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(PersonalRows.of(
                "live.export.changes",
                sql.sql("select at, kind from live.change where noun = 'member' and key = :who order by id")
                        .param("who", who.value())));
    }

    @Override
    public void erase(MemberId who) {
        sql.sql("delete from live.change where key = :who or about = :who")
                .param("who", who.value())
                .update();
    }
}
