package kith.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import kith.Visitor;
import kith.community.CommunityId;
import kith.community.SectionId;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Status;
import kith.identity.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people and the community of these tests: everybody new in each, so that no test meets another's. */
final class Cast {
    final CommunityId community = new CommunityId(Ids.next());
    final SectionId medicines = new SectionId(Ids.next());
    final SectionId mornings = new SectionId(Ids.next());
    final String slug;
    private final JdbcClient sql;

    Cast(JdbcClient sql, String visibility) {
        this.sql = sql;
        this.slug = "slow-" + community.value().toString().substring(24);
        sql.sql("""
                        insert into community.community (id, slug, name, pack, pack_version, language, visibility, look, motif)
                        values (:id, :slug, 'Slow Mornings', 'autoimmune', 1, 'en', :visibility, 'autoimmune', 'weave')""")
                .param("id", community.value())
                .param("slug", slug)
                .param("visibility", visibility)
                .update();
        section(medicines, "medicines", "Medicines", 1);
        section(mornings, "mornings", "Mornings", 2);
    }

    Cast(JdbcClient sql) {
        this(sql, "PRIVATE");
    }

    private void section(SectionId id, String slug, String name, int position) {
        sql.sql("""
                        insert into community.section (id, community_id, slug, name, position)
                        values (:id, :community, :slug, :name, :position)""")
                .param("id", id.value())
                .param("community", community.value())
                .param("slug", slug)
                .param("name", name)
                .param("position", position)
                .update();
    }

    /** Somebody of the house who belongs nowhere yet. */
    Viewer guest(String name) {
        var id = MemberId.next();
        sql.sql("""
                        insert into identity.account (id, email, name, name_key, face, status)
                        values (:id, :email, :name, :key, 'fern', 'ACTIVE')""")
                .param("id", id.value())
                .param("email", id + "@example.org")
                .param("name", name)
                .param("key", name.toLowerCase(Locale.ROOT) + id)
                .update();
        return new Viewer(
                id, Status.ACTIVE, false, new Card(id, name, "fern", null), Locale.ENGLISH, ZoneOffset.UTC, null, null);
    }

    Viewer member(String name) {
        return as(name, "MEMBER");
    }

    Viewer as(String name, String role) {
        var viewer = guest(name);
        sql.sql("""
                        insert into community.membership (community_id, account_id, role, guidelines, onboarded, profession)
                        values (:community, :account, :role, 1, true, :profession)""")
                .param("community", community.value())
                .param("account", viewer.member().value())
                .param("role", role)
                .param("profession", role.equals("PRACTITIONER") ? "Rheumatology nurse" : "")
                .update();
        if (role.equals("PRACTITIONER")) {
            credential(viewer);
        }
        return viewer;
    }

    /** Checked a month ago, and good for another year. */
    private void credential(Viewer who) {
        sql.sql("""
                        insert into practitioner.credential (id, community_id, member_id, profession, register, number, jurisdiction, scope, sentence,
                            languages, checked_on, valid_until, ends_at)
                        values (:id, :community, :account, 'Rheumatology nurse', 'ncnz', '1', 'New Zealand', '{}', '', '{en}', current_date - 30,
                            current_date + 365, now() + interval '365 days')""")
                .param("id", Ids.next())
                .param("community", community.value())
                .param("account", who.member().value())
                .update();
    }

    void change(Viewer who, String what) {
        sql.sql("update community.membership set " + what
                        + " where community_id = :community and account_id = :account")
                .param("community", community.value())
                .param("account", who.member().value())
                .update();
    }

    /** Signs somebody in, in a browser of their own. */
    Visitor at(int port, Viewer who) {
        return new Visitor(port).with("__Host-kith", session(who));
    }

    /** A new session of somebody's: what their cookie says. */
    String session(Viewer who) {
        var secret = UUID.randomUUID().toString();
        sql.sql("""
                        insert into identity.session (id, secret, account_id, device, started_at, seen_at, proved_at)
                        values (:id, :secret, :account, 'test', :now, :now, :now)""")
                .param("id", Ids.next())
                .param("secret", hash(secret))
                .param("account", who.member().value())
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
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
