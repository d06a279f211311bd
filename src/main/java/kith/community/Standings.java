package kith.community;

import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether somebody may take part in a community; why and until when is {@code moderation}'s to know, which alone changes it. */
@Component
public class Standings {
    private final JdbcClient sql;

    Standings(JdbcClient sql) {
        this.sql = sql;
    }

    /** Pauses or restores somebody's writing; one who left meanwhile finds it so when they come back. */
    @Transactional
    public void put(CommunityId community, MemberId member, Membership.Standing standing) {
        sql.sql("""
                        update community.membership set standing = :standing
                        where community_id = :community and account_id = :member
                        """)
                .param("standing", standing.name())
                .param("community", community.value())
                .param("member", member.value())
                .update();
    }
}
