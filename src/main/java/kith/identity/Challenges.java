package kith.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/** What browsers were asked to sign: tied to a cookie, good once, for five minutes. */
@Component
class Challenges {
    private final JdbcClient sql;

    Challenges(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps a challenge for a browser, and for one member where it is theirs alone. */
    Bytes make(String browser, @Nullable MemberId who) {
        var challenge = Bytes.random();
        sql.sql("""
                        insert into identity.challenge (browser, challenge, account_id, expires_at)
                        values (:browser, :challenge, :account, now() + interval '5 minutes')""")
                .param("browser", Sessions.hash(browser))
                .param("challenge", challenge.getBytes())
                .param("account", who == null ? null : who.value(), java.sql.Types.OTHER)
                .update();
        return challenge;
    }

    /** Takes a challenge away; it must have been made for the same member, or for nobody. */
    Optional<Bytes> take(String browser, @Nullable MemberId who) {
        record Kept(byte[] challenge, @Nullable UUID account) {}
        return sql.sql(
                        "delete from identity.challenge where browser = :browser and expires_at > now() returning challenge, account_id")
                .param("browser", Sessions.hash(browser))
                .query((row, n) -> new Kept(row.getBytes("challenge"), row.getObject("account_id", UUID.class)))
                .optional()
                .filter(kept -> java.util.Objects.equals(kept.account(), who == null ? null : who.value()))
                .map(kept -> new Bytes(kept.challenge()));
    }

    void sweep() {
        sql.sql("delete from identity.challenge where expires_at < now()").update();
    }
}
