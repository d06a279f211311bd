package kith.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the log says of one account, for its owner: what they did and what was done to it, without the ids of anybody else. */
@Component
public class Acts {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final JdbcClient sql;

    Acts(JdbcClient sql) {
        this.sql = sql;
    }

    /** One act: when, what, to what kind of thing, in which way, and whether by the account itself. */
    public record Act(Instant at, String verb, String thing, String detail, boolean own) {}

    /** All acts by an account and on it, in their order. */
    public List<Act> ofAsHouse(UUID account) {
        return sql.sql("""
                        select at, verb, split_part(subject, ' ', 1) as thing, regexp_replace(detail, :id, '…', 'g') as detail, actor is not distinct from :account as own
                        from audit.entry
                        where actor = :account or subject = :name or (detail like 'account %' and split_part(detail, ' ', 2) = cast(:account as text))
                        order by seq""")
                .param("id", ID)
                .param("account", account)
                .param("name", "account " + account)
                .query((row, n) -> new Act(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("verb"),
                        row.getString("thing"),
                        row.getString("detail"),
                        row.getBoolean("own")))
                .list();
    }
}
