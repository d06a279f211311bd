package kith;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody signed in, without the mail that it takes. */
public final class SignIn {
    private SignIn() {}

    /** In a browser of their own. */
    public static Visitor as(JdbcClient sql, int port, MemberId who) {
        var visitor = new Visitor(port);
        visitor.cookies().put("__Host-kith", secret(sql, who));
        return visitor;
    }

    /** What the cookie of their session holds. */
    public static String secret(JdbcClient sql, MemberId who) {
        var secret = UUID.randomUUID().toString();
        sql.sql("""
                        insert into identity.session (id, secret, account_id, device, started_at, seen_at, proved_at)
                        values (:id, :secret, :account, 'test', now(), now(), now())""")
                .param("id", Ids.next())
                .param("secret", hash(secret))
                .param("account", who.value())
                .update();
        return secret;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
