package kith.library;

import java.util.List;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the library keeps about a person: that they wrote or reviewed an article. The articles stay, without their name. */
@Component
class LibraryData implements PersonalData {
    private final JdbcClient sql;

    LibraryData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "library";
    }

    @Override
    public Set<String> columns() {
        return PersonalRows.columns(
                "library",
                "article title title_key opening body html words written_by written_at reviewed_by reviewed_on",
                "version version title body html written_by written_at");
    }

    /** Where an article stands and where it came from, and when somebody should look at it again. */
    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns(
                "library",
                "article id community_id external_key focus focus_key kind renderer source source_url licence review_due version own",
                "version article_id");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                PersonalRows.of(sql, who, "library.data.written", """
                        select written_at, title, body, version, id as article from library.article where written_by = :who
                        union all select written_at, title, body, version, article_id from library.version where written_by = :who
                        order by written_at, article, version"""),
                PersonalRows.of(sql, who, "library.data.reviewed", """
                        select reviewed_on, title, id as article from library.article where reviewed_by = :who order by reviewed_on, id"""));
    }

    /** The day of a review stays, because readers go by it. */
    @Override
    public void erase(MemberId who) {
        for (var statement : List.of(
                "update library.article set written_by = null where written_by = :who",
                "update library.article set reviewed_by = null where reviewed_by = :who",
                "update library.version set written_by = null where written_by = :who")) {
            sql.sql(statement).param("who", who.value()).update();
        }
    }
}
