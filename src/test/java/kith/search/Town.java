package kith.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kith.Visitor;
import kith.community.CommunityId;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A community with people who talk, everything new in each test. */
final class Town {
    final CommunityId community = new CommunityId(Ids.next());
    final String slug;
    private final JdbcClient sql;
    private final int port;

    Town(JdbcClient sql, int port, String language) {
        this.sql = sql;
        this.port = port;
        this.slug = "town-" + community.value().toString().substring(24);
        sql.sql("""
                        insert into community.community (id, slug, name, pack, pack_version, language, visibility, look, motif)
                        values (:id, :slug, 'Slow Mornings', 'autoimmune', 1, :language, 'PRIVATE', 'autoimmune', 'weave')""")
                .param("id", community.value())
                .param("slug", slug)
                .param("language", language)
                .update();
        section("medicines", "Medicines");
        section("mornings", "Mornings");
    }

    private void section(String slug, String name) {
        sql.sql("""
                        insert into community.section (id, community_id, slug, name, position)
                        values (:id, :community, :slug, :name, 1)""")
                .param("id", Ids.next())
                .param("community", community.value())
                .param("slug", slug)
                .param("name", name)
                .update();
    }

    MemberId guest(String name) {
        var id = MemberId.next();
        sql.sql("""
                        insert into identity.account (id, email, name, name_key, face, status)
                        values (:id, :email, :name, :key, 'fern', 'ACTIVE')""")
                .param("id", id.value())
                .param("email", id + "@example.org")
                .param("name", name)
                .param("key", name.toLowerCase(Locale.ROOT) + id)
                .update();
        return id;
    }

    MemberId member(String name, String role) {
        var id = guest(name);
        sql.sql("""
                        insert into community.membership (community_id, account_id, role, guidelines, onboarded)
                        values (:community, :account, :role, 1, true)""")
                .param("community", community.value())
                .param("account", id.value())
                .param("role", role)
                .update();
        return id;
    }

    Visitor arrives(String name) {
        return at(member(name, "MEMBER"));
    }

    /** Somebody signed in, in a browser of their own. */
    Visitor at(MemberId who) {
        return new Visitor(port).with("__Host-kith", session(who));
    }

    /** A new session of somebody's: what their cookie says. */
    String session(MemberId who) {
        var secret = UUID.randomUUID().toString();
        sql.sql("""
                        insert into identity.session (id, secret, account_id, device, started_at, seen_at, proved_at)
                        values (:id, :secret, :account, 'test', :now, :now, :now)""")
                .param("id", Ids.next())
                .param("secret", hash(secret))
                .param("account", who.value())
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** Somebody opens a topic; gives its path. */
    String topic(Visitor who, String section, String title, String body) {
        return who.post("/topics", Map.of("community", slug, "section", section, "title", title, "body", body))
                .location();
    }

    /** Somebody answers; gives the path of the reply. */
    String reply(Visitor who, String topic, String body) {
        return who.post(topic + "/replies", Map.of("body", body)).location();
    }

    /** Somebody searches with words and choices (name, value …); gives the page of results. */
    Visitor.Answer search(Visitor who, String words, String... choices) {
        return who.visit(asked(who, words, choices));
    }

    /** The address under which what somebody asked is found. */
    String asked(Visitor who, String words, String... choices) {
        var fields = new java.util.HashMap<String, String>(Map.of("words", words));
        for (var i = 0; i < choices.length; i += 2) {
            fields.put(choices[i], choices[i + 1]);
        }
        return who.post("/search/" + slug, fields).location();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
