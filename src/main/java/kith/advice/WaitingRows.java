package kith.advice;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kith.community.Place;
import kith.identity.Card;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions as rounds show them. */
@Component
class WaitingRows {
    private final JdbcClient sql;

    WaitingRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** One that waits: whoever shows it sees to it that a closed one says nothing to who need not read it. */
    record One(UUID id, boolean closed, boolean anonymous, Card asker, String title, String section) {}

    List<One> of(Place place, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("""
                                select q.id, q.closed, q.anonymous, q.title, s.name as section, c.id as who, c.name, c.face, c.picture_id
                                from advice.question q join community.section_name s on s.id = q.section_id left join identity.card c on c.id = q.asker
                                where q.id = any(:ids::uuid[]) and q.community_id = :community""")
                        .param("ids", ids.toArray(UUID[]::new))
                        .param("community", place.community().id().value())
                        .query((row, n) -> new One(
                                row.getObject("id", UUID.class),
                                row.getBoolean("closed"),
                                row.getBoolean("anonymous"),
                                Card.of(
                                        row.getObject("who", UUID.class),
                                        row.getString("name"),
                                        row.getString("face"),
                                        row.getObject("picture_id", UUID.class)),
                                row.getString("title"),
                                row.getString("section")))
                        .list();
    }
}
