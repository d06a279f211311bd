package kith.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each member chose to hear of, and how: everywhere, and otherwise in one community. */
@Component
class Choices {
    static final UUID EVERYWHERE = new UUID(0, 0);

    private final JdbcClient sql;

    Choices(JdbcClient sql) {
        this.sql = sql;
    }

    /** What they chose for one community, or everywhere; kinds that they said nothing of are missing. */
    Map<String, Way> own(MemberId who, UUID community) {
        var own = new HashMap<String, Way>();
        sql.sql("select kind, way from notification.choice where account_id = :who and community_id = :community")
                .param("who", who.value())
                .param("community", community)
                .query((row, n) -> own.put(row.getString("kind"), Way.valueOf(row.getString("way"))))
                .list();
        return own;
    }

    /** How they are told of a kind in a community: as they chose there, else everywhere, else as is usual. */
    Way way(MemberId who, UUID community, NoticeKind kind) {
        return sql.sql("""
                        select way from notification.choice where account_id = :who and kind = :kind and community_id in (:community, :everywhere)
                        order by community_id = :everywhere limit 1""")
                .param("who", who.value())
                .param("kind", kind.kind())
                .param("community", community)
                .param("everywhere", EVERYWHERE)
                .query((row, n) -> Way.valueOf(row.getString("way")))
                .optional()
                .orElse(kind.reach().usual());
    }

    @Transactional
    void keep(MemberId who, UUID community, Map<String, Way> chosen) {
        sql.sql("delete from notification.choice where account_id = :who and community_id = :community")
                .param("who", who.value())
                .param("community", community)
                .update();
        chosen.forEach((kind, way) -> choose(who, community, kind, way));
    }

    void choose(MemberId who, UUID community, String kind, Way way) {
        sql.sql("""
                        insert into notification.choice (account_id, community_id, kind, way) values (:who, :community, :kind, :way)
                        on conflict (account_id, community_id, kind) do update set way = excluded.way""")
                .param("who", who.value())
                .param("community", community)
                .param("kind", kind)
                .param("way", way.name())
                .update();
    }

    /** What was chosen for the digest is told in the house alone. */
    void undigest(MemberId who) {
        sql.sql("update notification.choice set way = 'HOUSE' where account_id = :who and way = 'DIGEST'")
                .param("who", who.value())
                .update();
    }
}
