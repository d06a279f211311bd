package kith.moderation;

import java.util.List;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
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
        return Set.of(
                "moderation.report.reporter_id",
                "moderation.report.words",
                "moderation.case.about",
                "moderation.case.title",
                "moderation.case.text",
                "moderation.letter.member_id",
                "moderation.letter.words",
                "moderation.pause.member_id",
                "moderation.pause.words",
                "moderation.decision.by");
    }

    @Override
    public Set<String> notPersonal() {
        return Set.of(
                "moderation.report.id",
                "moderation.report.case_id",
                "moderation.report.reason",
                "moderation.report.at",
                "moderation.report.promised_at",
                "moderation.case.id",
                "moderation.case.community_id",
                "moderation.case.kind",
                "moderation.case.subject_id",
                "moderation.case.path",
                "moderation.case.opened_at",
                "moderation.case.decision_id",
                "moderation.case.decided_at",
                "moderation.letter.id",
                "moderation.letter.decision_id",
                "moderation.letter.case_id",
                "moderation.letter.community_id",
                "moderation.letter.role",
                "moderation.letter.at",
                "moderation.pause.id",
                "moderation.pause.community_id",
                "moderation.pause.case_id",
                "moderation.pause.since",
                "moderation.pause.until",
                "moderation.pause.lifted_at",
                "moderation.decision.id",
                "moderation.decision.case_id",
                "moderation.decision.kind",
                "moderation.decision.at",
                "moderation.decision.until");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part(
                        "moderation.export.reports",
                        "select reason, words, at from moderation.report where reporter_id = :who order by id",
                        who),
                part(
                        "moderation.export.cases",
                        "select title, text, opened_at, decided_at from moderation.case where about = :who order by id",
                        who),
                part("moderation.export.letters", """
                        select d.kind, l.words, l.at from moderation.letter l join moderation.decision d on d.id = l.decision_id
                        where l.member_id = :who order by l.id""", who),
                part(
                        "moderation.export.pauses",
                        "select words, since, until, lifted_at from moderation.pause where member_id = :who order by id",
                        who),
                part(
                        "moderation.export.decisions",
                        "select kind, at, until from moderation.decision where by = :who order by id",
                        who));
    }

    private Part part(String key, String query, MemberId who) {
        return new Part(key, sql.sql(query).param("who", who.value()).query().listOfRows());
    }

    /** Decisions keep the id of an account that is empty then: they are history, and hold nobody's words. */
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
