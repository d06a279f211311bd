package kith.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The communities as the house itself sees them, for what its operator starts without being a member: imports, a demo, the first start. */
@Component
public class HouseCommunities {
    private final JdbcClient sql;

    HouseCommunities(JdbcClient sql) {
        this.sql = sql;
    }

    /** The community with this slug, or the house's first one where the slug is null. */
    public Optional<Community> findAsHouse(@Nullable String slug) {
        return sql.sql(
                        "select " + PlaceRows.COMMUNITY
                                + "from community.community pc where pc.slug = coalesce(:slug, pc.slug) order by pc.created_at, pc.id limit 1")
                .param("slug", slug)
                .query((row, n) -> PlaceRows.community(row))
                .optional();
    }

    public List<String> slugsAsHouse() {
        return sql.sql("select slug from community.community order by created_at, id")
                .query((row, n) -> row.getString("slug"))
                .list();
    }

    /** The sections that are open, in the pack's order. */
    public List<Section> sectionsAsHouse(CommunityId community) {
        return sql.sql("select * from community.section where community_id = :id and not retired order by position")
                .param("id", community.value())
                .query((row, n) -> section(row))
                .list();
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
