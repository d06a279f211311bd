package kith.community;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import kith.audit.AuditLog;
import kith.identity.Ids;
import kith.page.NotHere;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A community's invitations, as its managers make them. The link carries a secret of which only a hash is kept, so that nobody reads it out of the database. */
@Component
class Invites {
    static final int PAGE = 30;
    static final String PATH = "/invites/accept/";

    private static final SecureRandom RANDOM = new SecureRandom();
    static final String GOOD = "not revoked and uses_left > 0 and expires_at > now()";

    private final JdbcClient sql;
    private final InviteLetters letters;
    private final AuditLog audit;
    private final Clock clock;

    Invites(JdbcClient sql, InviteLetters letters, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes an invitation, sends it where it is for one address, and gives the path of its link, which nobody can be told again. */
    @Transactional
    String make(Place place, @Nullable String email, int uses, Duration lasting) {
        manages(place);
        var secret = secret();
        var id = Ids.next();
        sql.sql("""
                        insert into community.invite (id, community_id, secret, email, uses_left, expires_at, made_by)
                        values (:id, :community, :secret, :email, :uses, :expires, :by)
                        """)
                .param("id", id)
                .param("community", place.community().id().value())
                .param("secret", hash(secret))
                .param("email", email)
                .param("uses", uses)
                .param("expires", clock.instant().plus(lasting).atOffset(ZoneOffset.UTC))
                .param("by", place.self().value())
                .update();
        audit.note(
                place.self().value(),
                "invite.made",
                "invite " + id,
                "community " + place.community().id());
        var path = PATH + secret;
        if (email != null) {
            letters.send(place, email, path);
        }
        return path;
    }

    /** The invitations that still count, the newest last. */
    Slice<Invite> of(Place place, String after) {
        manages(place);
        var rows = sql.sql(
                        "select id, email, uses_left, expires_at from community.invite where community_id = :community and "
                                + GOOD + " and id > :after order by id limit :most")
                .param("community", place.community().id().value())
                .param("after", Keys.uuid(after))
                .param("most", PAGE + 1)
                .query((row, n) -> new Invite(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getInt("uses_left"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
        return Slice.of(rows, PAGE, invite -> invite.id().toString());
    }

    @Transactional
    void revoke(Place place, UUID id) {
        manages(place);
        var gone = sql.sql(
                        "update community.invite set revoked = true, email = null where id = :id and community_id = :community")
                .param("id", id)
                .param("community", place.community().id().value())
                .update();
        if (gone == 0) {
            throw new NotHere();
        }
    }

    private static void manages(Place place) {
        if (!place.manages()) {
            throw new NotHere();
        }
    }

    private static String secret() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
