package kith.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations into the house, each for one e-mail address, good for one sign-up within 14 days. */
@Component
public class Invitations {
    private static final int DAYS = 14;
    private static final int PAGE = 30;

    private final JdbcClient sql;
    private final Letters letters;

    Invitations(JdbcClient sql, Letters letters) {
        this.sql = sql;
        this.letters = letters;
    }

    /** An invitation as the operator sees it. */
    public record Invitation(
            UUID id,
            String email,
            boolean operator,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** Makes an invitation and gives the path of its link; {@code by} is null where the house itself invites. */
    public String invite(@Nullable MemberId by, String email, boolean operator) {
        var secret = Secret.next();
        sql.sql("""
                        insert into identity.invitation (id, secret, email, operator, made_by, expires_at)
                        values (:id, :secret, :email, :operator, :by, :expires)""")
                .param("id", Ids.next())
                .param("secret", Sessions.hash(secret))
                .param("email", email)
                .param("operator", operator)
                .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
                .param("expires", OffsetDateTime.now(ZoneOffset.UTC).plusDays(DAYS))
                .update();
        return "/invitations/" + secret;
    }

    void mail(String email, String path, Locale locale) {
        letters.post(new Letter(null, email, locale, "identity.mail.invitation", path, List.of()));
    }

    Optional<Invitation> find(String secret) {
        return sql.sql("""
                        select id, email, operator, made_at, expires_at, used_at from identity.invitation
                        where secret = :secret and used_at is null and expires_at > now()""")
                .param("secret", Sessions.hash(secret))
                .query((row, n) -> read(row))
                .optional();
    }

    /** Uses an invitation up; of many tries one succeeds. */
    boolean use(String secret) {
        return sql.sql(
                                "update identity.invitation set used_at = now() where secret = :secret and used_at is null and expires_at > now()")
                        .param("secret", Sessions.hash(secret))
                        .update()
                == 1;
    }

    Slice<Invitation> newest(@Nullable UUID after) {
        var rows = sql.sql("""
                        select id, email, operator, made_at, expires_at, used_at from identity.invitation
                        where cast(:after as uuid) is null or id < cast(:after as uuid) order by id desc limit :most""")
                .param("after", after == null ? null : after.toString())
                .param("most", PAGE + 1)
                .query((row, n) -> read(row))
                .list();
        return Slice.of(rows, PAGE, invitation -> invitation.id().toString());
    }

    boolean withdraw(UUID id) {
        return sql.sql("delete from identity.invitation where id = :id and used_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Invitation read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getBoolean("operator"),
                Rows.instant(row, "made_at"),
                Rows.instant(row, "expires_at"),
                Rows.maybe(row, "used_at"));
    }
}
