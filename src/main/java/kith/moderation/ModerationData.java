package kith.moderation;

import java.util.List;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What moderation keeps about a person: their reports, what was reported of theirs, what was decided and said to them. Never who reported them. */
@Component
class ModerationData implements PersonalData {
    private final JdbcClient sql;

    ModerationData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "moderation";
    }

    @Override
    public Set<String> columns() {
        return PersonalRows.columns(
                "moderation",
                "case kind subject_id about title text path opened_at decided_at",
                "report reporter_id reason words at promised_at",
                "decision by kind at until",
                "letter community_id member_id role words at",
                "pause community_id member_id words since until lifted_at veiled");
    }

    /** The numbers that hold a case together, and the name that chance made for an anonymous voice. */
    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns(
                "moderation",
                "case id community_id decision_id veil veil_face",
                "report id case_id",
                "decision id case_id",
                "letter id decision_id case_id",
                "pause id case_id");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part("reports", who, """
                        select at, reason, words, promised_at from moderation.report where reporter_id = :who order by id"""),
                part("cases", who, """
                        select opened_at, kind, title, text, path, decided_at, nullif(veil, '') as voice from moderation.case where about = :who order by id"""),
                part("letters", who, """
                        select l.at, d.kind, l.role, l.words from moderation.letter l join moderation.decision d on d.id = l.decision_id
                        where l.member_id = :who order by l.id"""),
                part("pauses", who, """
                        select since, until, lifted_at, veiled, words from moderation.pause where member_id = :who order by id"""),
                part("decisions", who, """
                        select d.at, d.kind, d.until, l.role as written_to, l.words
                        from moderation.decision d left join moderation.letter l on l.decision_id = d.id
                        where d.by = :who order by d.id, l.id"""));
    }

    private Part part(String name, MemberId who, String select) {
        return PersonalRows.of(sql, who, "moderation.export." + name, select);
    }

    /** Decisions keep the number of an account that is empty then, and so does a case about a person: they are history, and hold nobody's words. */
    @Override
    public void erase(MemberId who) {
        for (var change : List.of(
                "update moderation.report set reporter_id = null, words = '' where reporter_id = :who",
                "update moderation.case set about = null, title = '', text = '' where about = :who",
                "delete from moderation.letter where member_id = :who",
                "delete from moderation.pause where member_id = :who")) {
            sql.sql(change).param("who", who.value()).update();
        }
    }
}
