package kith.duty;

import java.util.List;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
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
        return PersonalRows.columns(
                "duty",
                "duty kind cause owed_to barred opened_at due_at holder claim_until routed next note note_by outcome ended_at ended_by",
                "telling stage account_id at");
    }

    /** Where a duty is done, how urgent it is, and what is told of it to others. */
    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns(
                "duty", "duty id community_id risk rank about late_at act part_of told stage_at", "telling id duty_id");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part("owed", "owed_to", who),
                part("done", "ended_by", who),
                part("held", "holder", who),
                part("barred", "barred", who),
                part("next", "next", who),
                PersonalRows.of(sql, who, "duty.export.notes", """
                        select kind, note from duty.duty where note_by = :who order by id"""),
                PersonalRows.of(sql, who, "duty.export.told", """
                        select d.kind, t.stage, t.at from duty.telling t join duty.duty d on d.id = t.duty_id
                        where t.account_id = :who order by t.id"""));
    }

    private Part part(String name, String column, MemberId who) {
        return PersonalRows.of(sql, who, "duty.export." + name, """
                select kind, opened_at, due_at, outcome, ended_at, case when holder = :who then claim_until end as yours_until
                from duty.duty where\s""" + column + " = :who order by id");
    }

    /** The duties stay for the history of promises, which names nobody; what the person held is free for others at once. */
    @Override
    public void erase(MemberId who) {
        for (var set : List.of(
                "owed_to = null where owed_to",
                "barred = null where barred",
                "ended_by = null where ended_by",
                "next = null where next",
                "note_by = null, note = '' where note_by",
                "holder = null, claim_until = null, routed = false where holder")) {
            sql.sql("update duty.duty set " + set + " = :who")
                    .param("who", who.value())
                    .update();
        }
        sql.sql("delete from duty.telling where account_id = :who")
                .param("who", who.value())
                .update();
    }
}
