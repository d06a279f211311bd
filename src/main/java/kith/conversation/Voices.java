package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kith.community.Place;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The anonymous voices of topics. Which member has which is asked for one's own alone. */
@Component
class Voices {
    /** What {@link #desk} reads, of {@code :member} in {@code :community}, with {@link #BESIDE} in the {@code from}. */
    static final String DESK = """
            v.id, v.name, v.face, v.speaking,
            (select max(u.until) from moderation.unveiled u where u.member_id = :member and u.community_id = :community) as rests,
            badge.profession as badge_profession, badge.checked_on as badge_checked, spoken.last as badge_last, spoken.both as badge_both
            """;

    /** The member's voice in {@code :topic}, which may be null. */
    static final String BESIDE = """
             left join conversation.voice v on v.topic_id = cast(:topic as uuid) and v.member_id = :member
            left join practitioner.mark badge on badge.member_id = :member and badge.community_id = :community and badge.current
            left join lateral (
                select (array_agg(case when p.credential_id is null then 'NAME' else 'PRACTITIONER' end order by p.posted_at desc))[1] as last,
                       count(distinct p.credential_id is null) > 1 as both
                from conversation.post p
                where badge.id is not null and p.topic_id = cast(:topic as uuid) and p.author_id = :member and not p.anonymous) spoken on true
            """;

    private final JdbcClient sql;
    private final Guises guises;

    Voices(JdbcClient sql, Guises guises) {
        this.sql = sql;
        this.guises = guises;
    }

    /** What lies ready for the viewer in a topic: they go on as whom they spoke there last. */
    Desk desk(Topic topic) {
        return topic.place().mayWrite() ? desk(topic.place(), topic.id().value()) : Desk.NONE;
    }

    /** The same where they open one. */
    Desk desk(Place place) {
        return place.mayWrite() ? desk(place, null) : Desk.NONE;
    }

    private Desk desk(Place place, @Nullable UUID topic) {
        return sql.sql("select " + DESK + "from (values (1)) as one " + BESIDE)
                .param("member", place.self().value())
                .param("community", place.community().id().value())
                .param("topic", topic, Types.OTHER)
                .query(Voices::desk)
                .single();
    }

    static Desk desk(ResultSet row, int n) throws SQLException {
        var guise = row.getString("name") == null ? null : guise(row, n);
        var badge = Badge.of(row);
        var named = badge == null ? As.NAME : badge.usual();
        var usual = guise != null && guise.speaking() ? As.ANONYMOUS : named;
        return new Desk(guise, TopicRows.maybe(row, "rests"), badge, usual, List.of());
    }

    private Optional<Guise> own(TopicId topic, MemberId member) {
        return sql.sql(
                        "select id, name, face, speaking from conversation.voice where topic_id = :topic and member_id = :member")
                .param("topic", topic.value())
                .param("member", member.value())
                .query(Voices::guise)
                .optional();
    }

    /** The voice that a post is written in, made where there is none yet, and from now on remembered; null for one's own name. Inside the caller's transaction, which holds the topic's row. */
    @Nullable
    UUID speak(NewPost post, As as, Locale language) {
        remember(post, as);
        return as.anonymous()
                ? own(post.topic(), post.author()).map(Guise::id).orElseGet(() -> begin(post, language))
                : null;
    }

    private UUID begin(NewPost post, Locale language) {
        var guise = guises.next(language, taken(post.topic()));
        sql.sql("""
                        insert into conversation.voice (id, topic_id, member_id, name, face)
                        values (:id, :topic, :member, :name, :face)""")
                .param("id", guise.id())
                .param("topic", post.topic().value())
                .param("member", post.author().value())
                .param("name", guise.name())
                .param("face", guise.face())
                .update();
        return guise.id();
    }

    /** Names of a topic, and of those to and from which posts of it went: so that nobody is taken for somebody else. */
    private HashSet<String> taken(TopicId topic) {
        return new HashSet<>(
                sql.sql("""
                        select name from conversation.voice where topic_id = any(array(
                            select cast(:topic as uuid) union select topic_id from conversation.move where from_topic_id = :topic
                            union select from_topic_id from conversation.move where topic_id = :topic and from_topic_id is not null))""").param("topic", topic.value()).query(String.class).list());
    }

    private void remember(NewPost post, As as) {
        sql.sql("update conversation.voice set speaking = :speaking where topic_id = :topic and member_id = :member")
                .param("speaking", as.anonymous())
                .param("topic", post.topic().value())
                .param("member", post.author().value())
                .update();
    }

    private static Guise guise(ResultSet row, int n) throws SQLException {
        return new Guise(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("face"),
                row.getBoolean("speaking"));
    }
}
