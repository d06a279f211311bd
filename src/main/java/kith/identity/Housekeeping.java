package kith.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps away, every hour, what has run out: links, challenges, old sessions, invitations nobody took, full buckets. Any node may do it, at any time. */
@Component
class Housekeeping {
    private final JdbcClient sql;
    private final Links links;
    private final Challenges challenges;

    Housekeeping(JdbcClient sql, Links links, Challenges challenges) {
        this.sql = sql;
        this.links = links;
        this.challenges = challenges;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void sweep() {
        links.sweep();
        challenges.sweep();
        run(
                "delete from identity.session where seen_at < now() - interval '30 days' or started_at < now() - interval '180 days'");
        run("delete from identity.invitation where used_at is null and expires_at < now() - interval '30 days'");
        run("delete from identity.bucket where full_at < now()");
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }
}
