package kith.identity;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time secrets that prove something: each is used by taking it away, so that of many tries at once one wins. Only hashes are kept. */
@Component
class Links {
    /** What a link is for, and how long it may wait. */
    enum Kind {
        CONFIRM(Duration.ofDays(3)),
        SIGN_IN(Duration.ofMinutes(15)),
        RESET(Duration.ofMinutes(30)),
        EMAIL(Duration.ofHours(24)),
        PROVE(Duration.ofMinutes(15)),
        SECOND(Duration.ofMinutes(10)),
        EXPORT(Duration.ofMinutes(30));

        private final Duration life;

        Kind(Duration life) {
            this.life = life;
        }
    }

    /** What a link stood for: whose it is, a new e-mail address where it is about one, and the hash of the browser that asked, where that matters. */
    record Link(MemberId who, @Nullable String email, byte @Nullable [] browser) {}

    private final JdbcClient sql;

    Links(JdbcClient sql) {
        this.sql = sql;
    }

    String issue(Kind kind, MemberId who) {
        return issue(kind, who, null, null);
    }

    String issue(Kind kind, MemberId who, @Nullable String email, @Nullable String browser) {
        var secret = Secret.next();
        sql.sql("""
                        insert into identity.link (secret, kind, account_id, email, browser, expires_at)
                        values (:secret, :kind, :account, :email, :browser, :expires)""")
                .param("secret", Sessions.hash(secret))
                .param("kind", kind.name())
                .param("account", who.value())
                .param("email", email)
                .param("browser", browser == null ? null : Sessions.hash(browser))
                .param("expires", OffsetDateTime.now(ZoneOffset.UTC).plus(kind.life))
                .update();
        return secret;
    }

    /** What a link stands for, without using it. */
    Optional<Link> peek(Kind kind, String secret) {
        return ask(
                "select account_id, email, browser from identity.link where secret = :secret and kind = :kind and expires_at > now()",
                kind,
                secret);
    }

    /** Uses a link; of many tries one gets it. */
    Optional<Link> redeem(Kind kind, String secret) {
        return ask(
                "delete from identity.link where secret = :secret and kind = :kind and expires_at > now() returning account_id, email, browser",
                kind,
                secret);
    }

    private Optional<Link> ask(String statement, Kind kind, String secret) {
        return sql.sql(statement)
                .param("secret", Sessions.hash(secret))
                .param("kind", kind.name())
                .query((row, n) -> new Link(
                        new MemberId(row.getObject("account_id", UUID.class)),
                        row.getString("email"),
                        row.getBytes("browser")))
                .optional();
    }

    /** Ends all that is on its way to somebody, half-done sign-ins too. */
    void endAll(MemberId who) {
        sql.sql("delete from identity.link where account_id = :account")
                .param("account", who.value())
                .update();
    }

    void end(Kind kind, MemberId who) {
        sql.sql("delete from identity.link where account_id = :account and kind = :kind")
                .param("account", who.value())
                .param("kind", kind.name())
                .update();
    }

    /** Sweeps away what nobody used in time. */
    void sweep() {
        sql.sql("delete from identity.link where expires_at < now()").update();
    }
}
