package kith.safety;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kith.Visitor;
import kith.community.Community;
import kith.community.CommunityId;
import kith.community.Founding;
import kith.community.Gatherings;
import kith.community.Packs;
import kith.community.Role;
import kith.community.SectionId;
import kith.conversation.Arrivals;
import kith.conversation.ArrivingPost;
import kith.conversation.ArrivingTopic;
import kith.conversation.Source;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.practitioner.ArrivingPractitioners;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two private communities with everybody of the matrix in them: Marama's words lie in the first, Olaf lives in the second. {@link #secret} texts are hidden in
 * private things, for the canary.
 */
@TestComponent
class World {
    static final List<String> EVERYBODY_INSIDE =
            List.of("author", "reporter", "member", "supporter", "practitioner", "moderator", "manager");
    private static final Map<String, String> SECRETS = new HashMap<>();

    @Autowired
    JdbcClient sql;

    @Autowired
    Founding founding;

    @Autowired
    Gatherings gatherings;

    @Autowired
    ArrivingPractitioners practitioners;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Packs packs;

    /** What one community holds, with the ids that its routes take. */
    record Town(String slug, CommunityId id, SectionId section, UUID topic, UUID post, MemberId author) {}

    Town town(String name) {
        var slug = name + "-" + Long.toString(System.nanoTime(), 36);
        var pack = packs.newest("autoimmune", "en").orElseThrow();
        var id = founding.foundAsHouse(new Founding.Wish(
                pack,
                secret("community " + name),
                slug,
                "",
                Community.Joining.INVITATION,
                Community.Visibility.PRIVATE));
        var section = sql.sql("select id from community.section where community_id = :id and slug = 'medicines'")
                .param("id", id.value())
                .query(UUID.class)
                .single();
        var author = person("Marama", "ACTIVE", false);
        join(id, author, Role.MEMBER);
        arrivals.bringTopicsAsHouse(id, List.of(topic(new SectionId(section), author, name)));
        arrivals.bringPostsAsHouse(id, List.of(reply(author, name)));
        var topic = one("select id from conversation.topic where community_id = :id", id.value());
        var post = one(
                "select p.id from conversation.post p join conversation.topic t on t.id = p.topic_id"
                        + " where t.community_id = :id and not p.opens",
                id.value());
        return new Town(slug, id, new SectionId(section), topic, post, author);
    }

    private static ArrivingTopic topic(SectionId section, MemberId author, String name) {
        var at = Instant.now().minus(Duration.ofHours(2));
        return new ArrivingTopic(
                "t",
                section,
                author,
                secret("title " + name),
                "",
                secret("opening " + name),
                at,
                null,
                false,
                false,
                Source.OWN);
    }

    private static ArrivingPost reply(MemberId author, String name) {
        return new ArrivingPost(
                "p", "t", author, secret("reply " + name), Instant.now().minus(Duration.ofHours(1)), null, Source.OWN);
    }

    /** A text that occurs nowhere else, the same for the same purpose. */
    static String secret(String purpose) {
        return SECRETS.computeIfAbsent(
                purpose,
                p -> "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 14));
    }

    MemberId person(String name, String status, boolean operator) {
        var id = MemberId.next();
        var unique = name + id.toString().substring(24);
        sql.sql("""
                        insert into identity.account (id, email, name, name_key, status, operator, old_enough, confirmed_at)
                        values (:id, :email, :name, :key, :status, :operator, true, now())""")
                .param("id", id.value())
                .param("email", secret("email " + unique) + "@example.org")
                .param("name", unique)
                .param("key", unique.toLowerCase(java.util.Locale.ROOT))
                .param("status", status)
                .param("operator", operator)
                .update();
        return id;
    }

    void join(CommunityId community, MemberId member, Role role) {
        gatherings.arriveAsHouse(
                community,
                List.of(new Gatherings.Arrival(
                        member,
                        role,
                        Instant.now().minus(Duration.ofDays(3)),
                        true,
                        role == Role.PRACTITIONER ? "Nurse" : "",
                        "",
                        List.of())));
        if (role == Role.PRACTITIONER) {
            practitioners.arriveAsHouse(
                    community,
                    new ArrivingPractitioners.Arrival(
                            member, "Nurse", LocalDate.now(), LocalDate.now().plusDays(90)));
        }
    }

    /** Somebody's browser with a session of its own. */
    Visitor browser(int port, MemberId who) {
        var secret = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((who + "/" + System.nanoTime()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        sql.sql("""
                        insert into identity.session (id, secret, account_id, device, started_at, seen_at, proved_at)
                        values (:id, :secret, :account, 'Test', now(), now(), now())""")
                .param("id", Ids.next())
                .param("secret", sha256(secret))
                .param("account", who.value())
                .update();
        var visitor = new Visitor(port);
        visitor.cookies().put("__Host-kith", secret);
        return visitor;
    }

    /** Empties the buckets of the limits, so that a sweep is not mistaken for one. */
    void calm() {
        sql.sql("delete from identity.bucket").update();
    }

    UUID one(String query, UUID id) {
        return Objects.requireNonNull(
                sql.sql(query).param("id", id).query(UUID.class).single());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
