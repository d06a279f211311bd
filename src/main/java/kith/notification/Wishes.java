package kith.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When and how members want to be told; whoever said nothing has the usual wish. */
@Component
class Wishes {
    private final JdbcClient sql;

    Wishes(JdbcClient sql) {
        this.sql = sql;
    }

    Wish of(MemberId who) {
        return sql.sql("select * from notification.wish where account_id = :who")
                .param("who", who.value())
                .query(Wishes::wish)
                .optional()
                .orElse(Wish.USUAL);
    }

    /** The id that stands for somebody's wish in the addresses of mails. */
    UUID idOf(MemberId who) {
        sql.sql("insert into notification.wish (account_id, id) values (:who, :id) on conflict do nothing")
                .param("who", who.value())
                .param("id", Ids.next())
                .update();
        return sql.sql("select id from notification.wish where account_id = :who")
                .param("who", who.value())
                .query(UUID.class)
                .single();
    }

    Optional<MemberId> whose(UUID id) {
        return sql.sql("select account_id from notification.wish where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(MemberId::new);
    }

    /** Keeps a wish; a digest that is on its way moves to {@code digest}. */
    void keep(MemberId who, Wish wish, Instant digest) {
        idOf(who);
        sql.sql("""
                        update notification.wish set mails = :mails, words = :words, quiet_from = cast(:from as smallint), quiet_to = cast(:to as smallint),
                               digest_day = cast(:day as smallint), digest_hour = :hour, paused_until = cast(:until as date),
                               digest_at = case when digest_at is not null then cast(:digest as timestamptz) end
                        where account_id = :who""")
                .param("who", who.value())
                .param("mails", wish.mails())
                .param("words", wish.words())
                .param("from", wish.quietFrom())
                .param("to", wish.quietTo())
                .param("day", wish.digestDay())
                .param("hour", wish.digestHour())
                .param("until", wish.pausedUntil())
                .param("digest", digest.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** No mails of notices any more. */
    void silence(MemberId who) {
        idOf(who);
        sql.sql("update notification.wish set mails = false where account_id = :who")
                .param("who", who.value())
                .update();
    }

    /** A digest is due then, unless one is due before. */
    void digest(MemberId who, Instant at) {
        idOf(who);
        sql.sql("update notification.wish set digest_at = coalesce(digest_at, cast(:at as timestamptz)) where account_id = :who")
                .param("who", who.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Wish wish(ResultSet row, int number) throws SQLException {
        return new Wish(
                row.getBoolean("mails"),
                row.getBoolean("words"),
                row.getObject("quiet_from", Integer.class),
                row.getObject("quiet_to", Integer.class),
                row.getObject("digest_day", Integer.class),
                row.getInt("digest_hour"),
                row.getObject("paused_until", LocalDate.class));
    }
}
