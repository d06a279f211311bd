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
import java.util.Optional;
import java.util.UUID;
import kith.identity.Ids;
import kith.identity.Viewer;
import kith.page.NotHere;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invitations to a community. The link carries a secret of which only a hash is kept, so that nobody can read it out of the database. */
@Component
class Invites {
    static final int PAGE = 30;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String GOOD = "not revoked and uses_left > 0 and expires_at > now()";

    private final JdbcClient sql;
    private final Communities communities;
    private final Memberships memberships;
    private final Clock clock;

    Invites(JdbcClient sql, Communities communities, Memberships memberships, Clock clock) {
        this.sql = sql;
        this.communities = communities;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** Makes an invitation and gives its secret, which nobody can be told again. */
    @Transactional
    String make(Place place, @Nullable String email, int uses, Duration lasting) {
        manages(place);
        var secret = secret();
        sql.sql("""
                        insert into community.invite (id, community_id, secret, email, uses_left, expires_at, made_by)
                        values (:id, :community, :secret, :email, :uses, :expires, :by)
                        """)
                .param("id", Ids.next())
                .param("community", place.community().id().value())
                .param("secret", hash(secret))
                .param("email", email)
                .param("uses", uses)
                .param("expires", clock.instant().plus(lasting).atOffset(ZoneOffset.UTC))
                .param("by", place.self().value())
                .update();
        return secret;
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

    /** The community that a good invitation leads to. */
    Place door(Viewer viewer, String secret) {
        return sql.sql("select community_id from community.invite where secret = :secret and " + GOOD)
                .param("secret", hash(secret))
                .query(UUID.class)
                .optional()
                .map(id -> communities.invited(viewer, new CommunityId(id)))
                .orElseThrow(NotHere::new);
    }

    /** Makes the viewer a member by an invitation; each person uses one up once. */
    @Transactional
    Place redeem(Viewer viewer, String secret) {
        var place = door(viewer, secret);
        if (place.member()) {
            return place;
        }
        var invite = spend(secret).orElseThrow(NotHere::new);
        sql.sql(
                        "insert into community.redemption (invite_id, account_id) values (:invite, :member) on conflict do nothing")
                .param("invite", invite)
                .param("member", viewer.member().value())
                .update();
        memberships.addAsHouse(place.community().id(), viewer.member(), Role.MEMBER);
        return communities.find(viewer, place.community().id());
    }

    private Optional<UUID> spend(String secret) {
        return sql.sql("update community.invite set uses_left = uses_left - 1 where secret = :secret and " + GOOD
                        + " returning id")
                .param("secret", hash(secret))
                .query(UUID.class)
                .optional();
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

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
