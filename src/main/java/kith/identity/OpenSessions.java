package kith.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which sessions still stand, for whatever outlives a request. */
@Component
public class OpenSessions {
    private final JdbcClient sql;

    OpenSessions(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those that have neither ended nor run out, of accounts that may be used; asking does not prolong them. */
    public Set<UUID> standingAsHouse(Collection<UUID> sessions) {
        return new HashSet<>(sql.sql("""
                        select s.id from identity.session s join identity.account a on a.id = s.account_id
                        where s.id = any (cast(:sessions as uuid[])) and a.status in ('UNCONFIRMED', 'ACTIVE')
                          and s.seen_at > now() - interval '30 days' and s.started_at > now() - interval '180 days'""")
                .param("sessions", sessions.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list());
    }
}
