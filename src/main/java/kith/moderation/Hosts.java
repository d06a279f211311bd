package kith.moderation;

import java.util.List;
import kith.community.Place;
import kith.identity.Card;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people who look after a community, whom its members can ask. */
@Component
class Hosts {
    private static final int MOST = 10;
    private final JdbcClient sql;

    Hosts(JdbcClient sql) {
        this.sql = sql;
    }

    List<Card> of(Place place) {
        return sql.sql("""
                        select c.id, c.name as host_name, c.face as host_face, c.picture_id as host_picture
                        from community.belonging b join identity.card c on c.id = b.account_id
                        where b.community_id = :community and b.role in ('MANAGER', 'MODERATOR') and b.standing = 'ACTIVE'
                        order by b.role, b.joined_at, c.id limit :most""")
                .param("community", place.community().id().value())
                .param("most", MOST)
                .query((row, n) -> Rows.card(row, "id", "host"))
                .list();
    }
}
