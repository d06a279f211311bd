package kith.practitioner;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.community.CommunityId;
import kith.community.MemberLeft;
import kith.community.Role;
import kith.community.RoleGiven;
import kith.identity.MemberId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever leaves, or is made a plain member again, speaks as a practitioner no more; an application of theirs is withdrawn. */
@Component
class Endings {
    private final JdbcClient sql;
    private final Credentials credentials;
    private final Applications applications;

    Endings(JdbcClient sql, Credentials credentials, Applications applications) {
        this.sql = sql;
        this.credentials = credentials;
        this.applications = applications;
    }

    @EventListener
    void on(RoleGiven given) {
        if (!given.role().hosts() && given.role() != Role.PRACTITIONER) {
            credentials.end(given.community(), given.member());
        }
    }

    @EventListener
    void on(MemberLeft left) {
        credentials.end(left.community(), left.member());
        open(left.community(), left.member()).forEach(applications::withdrawAsHouse);
    }

    private List<UUID> open(CommunityId community, MemberId who) {
        return sql.sql("""
                        select id from practitioner.application
                        where community_id = :community and member_id = :who and state in ('WAITING', 'CHECKED')""")
                .params(Map.of("community", community.value(), "who", who.value()))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }
}
