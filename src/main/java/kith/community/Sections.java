package kith.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kith.page.NotHere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sections of a community, in its pack's order; a {@link Place} is the proof that the viewer may see them. */
@Component
public class Sections {
    private final JdbcClient sql;

    Sections(JdbcClient sql) {
        this.sql = sql;
    }

    public List<Section> of(Place place) {
        return sql.sql(
                        "select * from community.section where community_id = :community and not retired order by position")
                .param("community", place.community().id().value())
                .query((row, n) -> section(row))
                .list();
    }

    public Section find(Place place, String slug) {
        return sql.sql("select * from community.section where community_id = :community and slug = :slug")
                .param("community", place.community().id().value())
                .param("slug", slug)
                .query((row, n) -> section(row))
                .optional()
                .orElseThrow(NotHere::new);
    }

    private static Section section(ResultSet row) throws SQLException {
        return new Section(
                new SectionId(row.getObject("id", UUID.class)),
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                row.getString("description"),
                row.getString("kind"),
                row.getString("content_note"),
                row.getInt("position"));
    }
}
