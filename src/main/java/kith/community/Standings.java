package kith.community;

import kith.audit.AuditLog;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether somebody may take part in a community; why and until when is {@code moderation}'s to know, which alone changes it. */
@Component
public class Standings {
    private final JdbcClient sql;
    private final AuditLog audit;

    Standings(JdbcClient sql, AuditLog audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** Pauses or restores somebody's writing; one who left meanwhile finds it so when they come back. */
    @Transactional
    public void put(CommunityId community, MemberId member, Membership.Standing standing) {
        var changed = sql.sql("""
                        update community.membership set standing = :standing
                        where community_id = :community and account_id = :member and standing <> :standing
                        """)
                .param("standing", standing.name())
                .param("community", community.value())
                .param("member", member.value())
                .update();
        if (changed > 0) {
            audit.note(null, "standing.changed", "account " + member, standing + " in community " + community);
        }
    }
}
