package kith.duty;

import java.util.List;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What duties know about a person: what was owed to them, what they hold and what they ended. */
@Component
class DutyData implements PersonalData {
    private final JdbcClient sql;

    DutyData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "duty";
    }

    @Override
    public Set<String> columns() {
        return Set.of("duty.duty.owed_to", "duty.duty.barred", "duty.duty.holder", "duty.duty.ended_by");
    }

    @Override
    public Set<String> notPersonal() {
        return Set.of(
                "duty.duty.id",
                "duty.duty.community_id",
                "duty.duty.kind",
                "duty.duty.cause",
                "duty.duty.risk",
                "duty.duty.rank",
                "duty.duty.about",
                "duty.duty.opened_at",
                "duty.duty.due_at",
                "duty.duty.late_at",
                "duty.duty.claim_until",
                "duty.duty.outcome",
                "duty.duty.ended_at",
                "duty.duty.act");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part("duty.export.owed", "owed_to", who),
                part("duty.export.done", "ended_by", who),
                part("duty.export.held", "holder", who));
    }

    private Part part(String key, String column, MemberId who) {
        var rows = sql.sql("select kind, opened_at, due_at, outcome, ended_at from duty.duty where " + column
                        + " = :who order by id")
                .param("who", who.value())
                .query()
                .listOfRows();
        return new Part(key, rows);
    }

    /** The duties stay for the history of promises, which names nobody; what the person held is free for others at once. */
    @Override
    public void erase(MemberId who) {
        for (var set : List.of(
                "owed_to = null where owed_to",
                "barred = null where barred",
                "ended_by = null where ended_by",
                "holder = null, claim_until = null where holder")) {
            sql.sql("update duty.duty set " + set + " = :who")
                    .param("who", who.value())
                    .update();
        }
    }
}
