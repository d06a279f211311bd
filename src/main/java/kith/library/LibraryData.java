package kith.library;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import org.jspecify.annotations.Nullable;
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
        return Set.of("library.article.written_by", "library.article.reviewed_by", "library.version.written_by");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(part("library.data.written", who, """
                        select id, title, body, written_at from library.article where written_by = :who
                        union all select article_id, title, body, written_at from library.version where written_by = :who
                        order by written_at
                        """), part("library.data.reviewed", who, """
                        select id, title, reviewed_on from library.article where reviewed_by = :who order by reviewed_on, id
                        """));
    }

    @Override
    public void erase(MemberId who) {
        for (var statement : List.of(
                "update library.article set written_by = null where written_by = :who",
                "update library.article set reviewed_by = null where reviewed_by = :who",
                "update library.version set written_by = null where written_by = :who")) {
            sql.sql(statement).param("who", who.value()).update();
        }
    }

    private Part part(String key, MemberId who, String query) {
        List<Map<String, @Nullable Object>> rows =
                sql.sql(query).param("who", who.value()).query().listOfRows();
        return new Part(key, rows);
    }
}
