package kith.practitioner;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import kith.community.Advising;
import kith.community.CommunityId;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose mark is current, for lists of people. */
@Component
class CurrentMarks implements Advising {
    private final JdbcClient sql;

    CurrentMarks(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<MemberId> advisingAsHouse(CommunityId community) {
        return new HashSet<>(
                sql.sql("select member_id from practitioner.mark where community_id = :community and current")
                        .param("community", community.value())
                        .query((row, n) -> new MemberId(row.getObject("member_id", UUID.class)))
                        .list());
    }
}
