package kith.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import kith.identity.Accounts;
import kith.identity.MemberId;
import kith.identity.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Digests at each member's hour: what is still unread and may still be seen then; where nothing is, there is none. */
@Component
class Digests {
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final int AT_ONCE = 100;

    private final JdbcClient sql;
    private final Bundles bundles;
    private final Wishes wishes;
    private final Ways ways;
    private final Sight sight;
    private final NoticeMails mails;
    private final Accounts accounts;
    private final Clock clock;

    Digests(
            JdbcClient sql,
            Bundles bundles,
            Wishes wishes,
            Ways ways,
            Sight sight,
            NoticeMails mails,
            Accounts accounts,
            Clock clock) {
        this.sql = sql;
        this.bundles = bundles;
        this.wishes = wishes;
        this.ways = ways;
        this.sight = sight;
        this.mails = mails;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whose digest is due, claimed for five minutes. */
    List<MemberId> due() {
        return sql.sql("""
                        update notification.wish set digest_at = :later
                        where account_id in (select account_id from notification.wish where digest_at <= :now
                                             order by digest_at limit :most for update skip locked)
                        returning account_id""")
                .param("later", clock.instant().plus(CLAIM).atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query((row, n) -> new MemberId(row.getObject("account_id", java.util.UUID.class)))
                .list();
    }

    /** Sends one; the lock on the row of their wish keeps a second node from sending it, too. */
    @Transactional
    void send(MemberId who) {
        var due = sql.sql("select digest_at from notification.wish where account_id = :who and digest_at is not null for update")
                .param("who", who.value())
                .query(java.time.OffsetDateTime.class)
                .optional();
        if (due.isPresent()) {
            sql.sql("update notification.wish set digest_at = null where account_id = :who")
                    .param("who", who.value())
                    .update();
            accounts.reachAsHouse(who).filter(reach -> reach.status() == Status.ACTIVE).ifPresent(this::send);
        }
    }

    private void send(Accounts.Reach reach) {
        var wish = wishes.of(reach.id());
        if (wish.paused(clock.instant(), reach.zone())) {
            wishes.digest(reach.id(), wish.digestAfter(clock.instant(), reach.zone()));
            return;
        }
        var waiting = bundles.digest(reach.id());
        var seen = sight.of(reach.id(), waiting).keySet();
        var told = waiting.stream().filter(one -> seen.contains(one.id())).toList();
        bundles.settle(waiting, "DONE", null);
        if (!told.isEmpty() && ways.mailed(reach.id(), reach.email(), wish)) {
            bundles.settle(told, "DONE", mails.digest(reach));
        }
    }
}
