package kith.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kith.identity.MemberId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries waiting mails to the mail server. A mail is first claimed for five minutes and then handed in without holding the database, so that two nodes never
 * carry one at the same time and a node that dies leaves its mails to the other. Tries ever more slowly, and parks a mail after a day.
 */
@Component
class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

    private final JdbcClient sql;
    private final Smtp smtp;
    private final TransactionTemplate transactions;
    private final Composing composing;
    private final Bounces bounces;
    private final Clock clock;

    Relay(
            JdbcClient sql,
            Smtp smtp,
            TransactionTemplate transactions,
            Composing composing,
            Bounces bounces,
            Clock clock) {
        this.sql = sql;
        this.smtp = smtp;
        this.transactions = transactions;
        this.composing = composing;
        this.bounces = bounces;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 3_000)
    void carry() {
        try {
            smtp.server().ifPresentOrElse(this::carry, this::keep);
        } catch (RuntimeException away) {
            LOG.warn("mails wait: {}", away.getClass().getSimpleName());
        }
    }

    /** Carries all that is due through one server. */
    void carry(Smtp.Server server) {
        List<Waiting> due;
        do {
            due = claim();
            due.forEach(mail -> hand(server, mail));
        } while (due.size() == AT_ONCE);
    }

    /** Without a mail server they stay in the house, where the operator reads them. */
    private void keep() {
        sql.sql("update notification.mail set state = 'KEPT' where state = 'WAITING'")
                .update();
    }

    private List<Waiting> claim() {
        return transactions.execute(status -> sql.sql("""
                        update notification.mail set tries = tries + 1, next_at = :now + interval '5 minutes'
                        where id in (select id from notification.mail where state = 'WAITING' and next_at <= :now
                                     order by next_at limit :most for update skip locked)
                        returning id, purpose, account_id, bundle_id, address, locale, subject, body, html, tries, made_at""")
                .param("now", at(clock.instant()))
                .param("most", AT_ONCE)
                .query(Relay::waiting)
                .list());
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                Waiting.Purpose.valueOf(row.getString("purpose")),
                row.getObject("account_id") == null ? null : new MemberId(row.getObject("account_id", UUID.class)),
                row.getObject("bundle_id", UUID.class),
                row.getString("address"),
                row.getString("locale"),
                new Written(row.getString("subject"), row.getString("body"), row.getString("html")),
                row.getInt("tries"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private void hand(Smtp.Server server, Waiting mail) {
        try {
            var outgoing = composing.of(mail);
            if (outgoing.isPresent()) {
                smtp.hand(server, outgoing.get());
                sent(mail);
            } else {
                settle(mail, "delete from notification.mail where id = :id");
            }
        } catch (Exception refused) {
            LOG.warn(
                    "mail {} was not taken at try {}: {}",
                    mail.id(),
                    mail.tries(),
                    refused.getClass().getSimpleName());
            refused(mail, refused);
        }
    }

    private void sent(Waiting mail) {
        sql.sql("""
                        update notification.mail set state = 'SENT', sent_at = :now, address = '', body = '', html = '' where id = :id""")
                .param("now", at(clock.instant()))
                .param("id", mail.id())
                .update();
    }

    /** An address that the server will never take is not tried again; anything else is. */
    private void refused(Waiting mail, Exception why) {
        if (!Returned.forGood(why)) {
            later(mail);
            return;
        }
        if (mail.who() != null) {
            bounces.stop(mail.who(), mail.address());
        }
        settle(
                mail,
                mail.letter()
                        ? "update notification.mail set state = 'PARKED' where id = :id"
                        : "delete from notification.mail where id = :id");
    }

    private void later(Waiting mail) {
        if (mail.madeAt().isBefore(clock.instant().minus(PATIENCE))) {
            settle(mail, "update notification.mail set state = 'PARKED' where id = :id");
        } else {
            sql.sql("update notification.mail set next_at = :next where id = :id")
                    .param("next", at(clock.instant().plus(pause(mail.tries()))))
                    .param("id", mail.id())
                    .update();
        }
    }

    private static OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }

    /** 30 seconds, then twice as long each time, at most two hours. */
    static Duration pause(int tries) {
        var pause = Duration.ofSeconds(30L << Math.min(tries - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void settle(Waiting mail, String statement) {
        sql.sql(statement).param("id", mail.id()).update();
    }

    /** A month later nobody needs to know that there was a mail. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void sweep() {
        sql.sql("delete from notification.mail where made_at < now() - interval '30 days'")
                .update();
    }
}
