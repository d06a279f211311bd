package kith.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is signed in where. A session is a random secret in a cookie whose SHA-256 is a row here; it is read on every request, so that ending one ends it
 * everywhere at once. Ends 30 days after its last use and 180 days after its start: people come back on bad days, and a lapsed session is one more wall then.
 */
@Component
class Sessions {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final JdbcClient sql;

    Sessions(JdbcClient sql) {
        this.sql = sql;
    }

    /** A session as its owner sees it in their account. */
    public record Session(UUID id, String device, Instant startedAt, Instant seenAt) {}

    /** Opens a session for somebody who proved who they are, and gives the secret for their cookie. */
    String open(MemberId who, String device) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("""
                        insert into identity.session (id, secret, account_id, device, started_at, seen_at, proved_at)
                        values (:id, :secret, :account, :device, now(), now(), now())""")
                .param("id", Ids.next())
                .param("secret", hash(secret))
                .param("account", who.value())
                .param("device", device)
                .update();
        return secret;
    }

    /** The viewer behind the secret of a cookie, if the session still stands and the account may be used; counts as a use of the session. */
    Optional<Viewer> find(String secret) {
        var found = read(secret);
        found.filter(seen -> seen.at().isBefore(Instant.now().minusSeconds(600)))
                .ifPresent(seen -> touch(seen.viewer()));
        return found.map(Seen::viewer);
    }

    /** The same for what a page asks by itself: a tab that somebody left open does not keep them signed in for ever. */
    Optional<Viewer> findUnused(String secret) {
        return read(secret).map(Seen::viewer);
    }

    private Optional<Seen> read(String secret) {
        return sql.sql("""
                        select s.id as session, s.seen_at, s.proved_at, a.id, a.name, a.face, a.picture_id, a.status, a.operator, a.language, a.timezone
                        from identity.session s join identity.account a on a.id = s.account_id
                        where s.secret = :secret and s.seen_at > now() - interval '30 days' and s.started_at > now() - interval '180 days'
                          and a.status in ('UNCONFIRMED', 'ACTIVE')""")
                .param("secret", hash(secret))
                .query((row, n) -> new Seen(
                        viewer(row),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private record Seen(Viewer viewer, Instant at) {}

    private static Viewer viewer(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Viewer(
                new MemberId(id),
                Status.valueOf(row.getString("status")),
                row.getBoolean("operator"),
                Card.of(id, row.getString("name"), row.getString("face"), row.getObject("picture_id", UUID.class)),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("timezone")),
                row.getObject("session", UUID.class),
                row.getObject("proved_at", OffsetDateTime.class).toInstant());
    }

    private void touch(Viewer viewer) {
        sql.sql("update identity.session set seen_at = now() where id = :id")
                .param("id", viewer.session())
                .update();
    }

    /** Notes that the owner of a session just proved again who they are. */
    void proved(Viewer viewer) {
        sql.sql("update identity.session set proved_at = now() where id = :id")
                .param("id", viewer.session())
                .update();
    }

    List<Session> of(MemberId who) {
        return sql.sql(
                        "select id, device, started_at, seen_at from identity.session where account_id = :account order by seen_at desc limit 50")
                .param("account", who.value())
                .query((row, n) -> new Session(
                        row.getObject("id", UUID.class),
                        row.getString("device"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Ends one session of a member; another's is not there. */
    boolean end(MemberId who, UUID session) {
        return sql.sql("delete from identity.session where account_id = :account and id = :id")
                        .param("account", who.value())
                        .param("id", session)
                        .update()
                == 1;
    }

    /** Ends all sessions of a viewer but the one that they are in. */
    void endOthers(Viewer viewer) {
        sql.sql("delete from identity.session where account_id = :account and id <> :id")
                .param("account", viewer.member().value())
                .param("id", viewer.session())
                .update();
    }

    void endAll(MemberId who) {
        sql.sql("delete from identity.session where account_id = :account")
                .param("account", who.value())
                .update();
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
