package kith.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kith.house.House;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open doors of a demo house: as whom one can sign in without proving anything. A real house has none. */
@Component
class DemoDoors {
    /** One door: its name in addresses, who stands behind it, as what, and where. */
    public record Door(String name, MemberId who, String person, String role, String community) {
        public String path() {
            return "/demo/" + name;
        }

        String words() {
            return community.isEmpty()
                    ? "%s, %s".formatted(person, role)
                    : "%s, %s in %s".formatted(person, role, community);
        }
    }

    private final JdbcClient sql;
    private final House house;

    DemoDoors(JdbcClient sql, House house) {
        this.sql = sql;
        this.house = house;
    }

    /** A door for each role in each community, and the operator's; none in a real house. */
    List<Door> all() {
        var doors = new ArrayList<Door>();
        for (var slug : Demo.COMMUNITIES) {
            house.setting("demo." + slug.slug()).ifPresent(id -> doors.addAll(in(slug, UUID.fromString(id))));
        }
        house.setting("demo.operator")
                .filter(id -> house.demo())
                .ifPresent(id -> doors.add(
                        new Door("operator", new MemberId(UUID.fromString(id)), Demo.OPERATOR, "operator", "")));
        return house.demo() ? List.copyOf(doors) : List.of();
    }

    Optional<Door> find(String name) {
        return all().stream().filter(door -> door.name().equals(name)).findFirst();
    }

    private List<Door> in(Demo.Stage stage, UUID community) {
        return sql.sql("""
                        select distinct on (b.role) b.role, c.id, c.name
                        from community.belonging b join identity.card c on c.id = b.account_id
                        where b.community_id = :community
                        order by b.role, (c.name = :star) desc, b.joined_at, c.id
                        """)
                .param("community", community)
                .param("star", stage.star())
                .query((row, n) -> {
                    var role = row.getString("role").toLowerCase(Locale.ROOT);
                    return new Door(
                            stage.slug() + "-" + role,
                            new MemberId(row.getObject("id", UUID.class)),
                            row.getString("name"),
                            role,
                            stage.name());
                })
                .list();
    }
}
