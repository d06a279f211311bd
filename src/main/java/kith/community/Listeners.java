package kith.community;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import kith.identity.MemberId;
import kith.live.Ear;
import kith.live.LivePart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may follow a community: whoever may read it, by the same rule as {@link Place#readable}. */
@Component
public class Listeners implements LivePart {
    private final JdbcClient sql;

    Listeners(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String noun() {
        return "community";
    }

    @Override
    public Set<Ear> hearing(Collection<Ear> asked) {
        return new HashSet<>(sql.sql("""
                        select a.who, a.key from unnest(cast(:who as uuid[]), cast(:keys as uuid[])) a (who, key)
                        join community.community c on c.id = a.key
                        where c.visibility = 'OPEN_TO_READ' or exists (
                            select from community.membership m where m.community_id = a.key and m.account_id = a.who and m.left_at is null)""")
                .param("who", asked.stream().map(ear -> ear.who().toString()).toArray(String[]::new))
                .param("keys", asked.stream().map(ear -> ear.key().toString()).toArray(String[]::new))
                .query((row, n) ->
                        new Ear(new MemberId(row.getObject("who", UUID.class)), row.getObject("key", UUID.class)))
                .list());
    }
}
