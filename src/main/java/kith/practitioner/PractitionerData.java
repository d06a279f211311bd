package kith.practitioner;

import java.util.List;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept about a practitioner: what they asked for, what was checked, what they take on, and what they checked of others. */
@Component
class PractitionerData implements PersonalData {
    private final JdbcClient sql;

    PractitionerData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "practitioner";
    }

    @Override
    public Set<String> columns() {
        return PersonalRows.columns(
                "practitioner",
                "credential member_id profession register number jurisdiction scope sentence languages checked_on checked_by confirmed_by valid_until ends_at ended_at",
                "application member_id sent_by profession register number jurisdiction scope sentence languages valid_until state sent_at decided_at reason",
                "checking member_id kind way words at",
                "evidence type sealed brought_at",
                "boundaries member_id zone hours daily open declined starts_private off_duty");
    }

    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns(
                "practitioner",
                "credential id community_id",
                "application id community_id",
                "checking id application_id",
                "evidence id application_id",
                "boundaries community_id");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part("credentials", who, """
                        select checked_on, valid_until, profession, register, number, jurisdiction, array_to_string(scope, ', ') as scope, sentence,
                               array_to_string(languages, ', ') as languages, ended_at
                        from practitioner.credential where member_id = :who order by id"""),
                part("applications", who, """
                        select a.sent_at, a.state, a.profession, a.register, a.number, a.jurisdiction, array_to_string(a.scope, ', ') as scope, a.sentence,
                               array_to_string(a.languages, ', ') as languages, a.valid_until, a.decided_at, a.reason, e.type, e.brought_at
                        from practitioner.application a left join practitioner.evidence e on e.application_id = a.id
                        where a.member_id = :who order by a.id"""),
                part("checkings", who, """
                        select at, kind, way, words from practitioner.checking where member_id = :who order by id"""),
                part("boundaries", who, """
                        select zone, array_to_string(hours, ', ') as hours, daily, open, array_to_string(declined, ', ') as declined, starts_private, off_duty
                        from practitioner.boundaries where member_id = :who order by community_id"""));
    }

    private Part part(String name, MemberId who, String select) {
        return PersonalRows.of(sql, who, "practitioner.export." + name, select);
    }

    /** What was checked about others stays with them; it loses who checked. */
    @Override
    public void erase(MemberId who) {
        for (var change : List.of(
                "delete from practitioner.application where member_id = :who",
                "delete from practitioner.credential where member_id = :who",
                "delete from practitioner.boundaries where member_id = :who",
                "update practitioner.application set sent_by = null where sent_by = :who",
                "update practitioner.checking set member_id = null, words = '' where member_id = :who",
                "update practitioner.credential set checked_by = null where checked_by = :who",
                "update practitioner.credential set confirmed_by = null where confirmed_by = :who")) {
            sql.sql(change).param("who", who.value()).update();
        }
    }
}
