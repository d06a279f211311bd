package kith.community;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import kith.Visitor;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Status;
import kith.identity.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of these tests: each new, so that no test meets another's. */
final class Cast {
    private final JdbcClient sql;

    Cast(JdbcClient sql) {
        this.sql = sql;
    }

    Viewer operator() {
        return person("Olga", true);
    }

    Viewer person(String name) {
        return person(name, false);
    }

    private Viewer person(String name, boolean operator) {
        var id = MemberId.next();
        sql.sql("""
                        insert into identity.account (id, email, name, name_key, face, status, operator, timezone)
                        values (:id, :email, :name, :key, 'fern', 'ACTIVE', :operator, 'Pacific/Auckland')
                        """)
                .param("id", id.value())
                .param("email", id + "@example.org")
                .param("name", name)
                .param("key", name.toLowerCase(Locale.ROOT) + id)
                .param("operator", operator)
                .update();
        return new Viewer(
                id,
                Status.ACTIVE,
                operator,
                new Card(id, name, "fern", null),
                Locale.ENGLISH,
                ZoneId.of("Pacific/Auckland"),
                null,
                null);
    }

    /** Signs somebody in, in a browser of their own. */
    Visitor at(int port, Viewer who) {
        var secret = UUID.randomUUID().toString();
        sql.sql("""
                        insert into identity.session (id, secret, account_id, device, started_at, seen_at, proved_at)
                        values (:id, :secret, :account, 'test', :now, :now, :now)
                        """)
                .param("id", Ids.next())
                .param("secret", hash(secret))
                .param("account", who.member().value())
                .param("now", Instant.now().atOffset(java.time.ZoneOffset.UTC))
                .update();
        var visitor = new Visitor(port);
        visitor.cookies().put("__Host-kith", secret);
        return visitor;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
