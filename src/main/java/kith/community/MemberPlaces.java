package kith.community;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kith.identity.MemberId;
import kith.notification.NoticePlaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The communities in which somebody is a member, for their choice of what to be told. */
@Component
class MemberPlaces implements NoticePlaces {
    private final JdbcClient sql;

    MemberPlaces(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<UUID, String> of(MemberId who) {
        var places = new LinkedHashMap<UUID, String>();
        sql.sql("""
                        select c.id, c.name from community.membership m join community.community c on c.id = m.community_id
                        where m.account_id = :who and m.left_at is null order by c.name""")
                .param("who", who.value())
                .query((row, n) -> places.put(row.getObject("id", UUID.class), row.getString("name")))
                .list();
        return places;
    }
}
