package kith.notification;

import java.io.IOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries waiting pushes. Like a mail, a push is claimed for some minutes and handed over without holding the database, so that two nodes never carry one at
 * the same time and a node that dies leaves its pushes to the other. After a day nobody needs to be told any more: the inbox tells it.
 */
@Component
class PushRelay {
    static final Duration WORTH = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(PushRelay.class);
    private static final int AT_ONCE = 20;

    private final JdbcClient sql;
    private final PushServices services;
    private final TransactionTemplate transactions;

    PushRelay(JdbcClient sql, PushServices services, TransactionTemplate transactions) {
        this.sql = sql;
        this.services = services;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 4_000)
    void carry() {
        try {
            List<PushServices.Push> due;
            do {
                due = claim();
                due.forEach(this::hand);
            } while (due.size() == AT_ONCE);
        } catch (RuntimeException away) {
            LOG.warn("pushes wait: {}", away.getClass().getSimpleName());
        }
    }

    private List<PushServices.Push> claim() {
        return transactions.execute(status ->
                sql.sql("""
                        update notification.push p set tries = tries + 1, next_at = now() + interval '5 minutes'
                        from notification.device d
                        where d.id = p.device_id and p.id in (
                            select id from notification.push where next_at <= now() order by next_at limit :most for update skip locked)
                        returning p.id, p.device_id, p.notice_id, p.tries, p.made_at, d.endpoint, d.key, d.auth""").param("most", AT_ONCE).query(PushRelay::push).list());
    }

    private static PushServices.Push push(ResultSet row, int n) throws SQLException {
        return new PushServices.Push(
                row.getObject("id", UUID.class),
                row.getObject("device_id", UUID.class),
                row.getObject("notice_id", UUID.class),
                URI.create(row.getString("endpoint")),
                new PushKeys(row.getBytes("key"), row.getBytes("auth")),
                row.getInt("tries"),
                row.getObject("made_at", OffsetDateTime.class).toInstant().plus(WORTH));
    }

    private void hand(PushServices.Push push) {
        try {
            settle(push, services.hand(push));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException away) {
            LOG.warn("push {} was not taken: {}", push.id(), away.getClass().getSimpleName());
            later(push, Duration.ZERO);
        }
    }

    private void settle(PushServices.Push push, PushServices.Reply reply) {
        switch (reply) {
            case PushServices.Reply.Taken taken -> told(push);
            case PushServices.Reply.Gone gone ->
                change("delete from notification.device where id = :id", push.device());
            case PushServices.Reply.Later later -> later(push, later.wish());
            case PushServices.Reply.Refused refused -> {
                LOG.warn("push {} was refused with {}", push.id(), refused.status());
                change("delete from notification.push where id = :id", push.id());
            }
        }
    }

    private void told(PushServices.Push push) {
        change("delete from notification.push where id = :id", push.id());
        change("update notification.device set told_at = now() where id = :id", push.device());
    }

    private void later(PushServices.Push push, Duration wish) {
        var own = Relay.pause(push.tries());
        var pause = own.compareTo(wish) < 0 ? wish : own;
        if (Instant.now().plus(pause).isAfter(push.until())) {
            change("delete from notification.push where id = :id", push.id());
        } else {
            sql.sql("update notification.push set next_at = now() + make_interval(secs => :pause) where id = :id")
                    .param("pause", pause.toSeconds())
                    .param("id", push.id())
                    .update();
        }
    }

    private void change(String statement, UUID id) {
        sql.sql(statement).param("id", id).update();
    }
}
