package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kith.community.CommunityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives posts that were anonymous elsewhere the voices of their topics here: one for each writer in each topic, made by chance. */
@Component
class ArrivedVoices {
    private final JdbcClient sql;
    private final Guises guises;

    ArrivedVoices(JdbcClient sql, Guises guises) {
        this.sql = sql;
        this.guises = guises;
    }

    private record Unvoiced(UUID post, UUID topic, UUID author, boolean opens, Locale language) {
        static Unvoiced of(ResultSet row, int n) throws SQLException {
            return new Unvoiced(
                    row.getObject("id", UUID.class),
                    row.getObject("topic_id", UUID.class),
                    row.getObject("author_id", UUID.class),
                    row.getBoolean("opens"),
                    Locale.forLanguageTag(row.getString("language")));
        }
    }

    /** In the transaction that wrote these posts: nobody may ever read them under a name. */
    void give(CommunityId community, List<UUID> posts) {
        var given = new HashMap<Map.Entry<UUID, UUID>, UUID>();
        if (!posts.isEmpty()) {
            sql.sql("""
                            select p.id, p.topic_id, p.author_id, p.opens, m.language from conversation.post p
                            join community.tongue m on m.id = p.community_id
                            where p.id in (:posts) and p.community_id = :community and p.author_id is not null order by p.posted_at""")
                    .param("posts", posts)
                    .param("community", community.value())
                    .query(Unvoiced::of)
                    .list()
                    .forEach(one ->
                            speak(one, given.computeIfAbsent(Map.entry(one.topic(), one.author()), key -> voice(one))));
        }
    }

    private UUID voice(Unvoiced one) {
        return sql.sql("select id from conversation.voice where topic_id = :topic and member_id = :author")
                .param("topic", one.topic())
                .param("author", one.author())
                .query(UUID.class)
                .optional()
                .orElseGet(() -> begin(one));
    }

    private UUID begin(Unvoiced one) {
        var taken = new HashSet<>(sql.sql("select name from conversation.voice where topic_id = :topic")
                .param("topic", one.topic())
                .query(String.class)
                .list());
        var guise = guises.next(one.language(), taken);
        sql.sql("""
                        insert into conversation.voice (id, topic_id, member_id, name, face)
                        values (:id, :topic, :member, :name, :face)""")
                .param("id", guise.id())
                .param("topic", one.topic())
                .param("member", one.author())
                .param("name", guise.name())
                .param("face", guise.face())
                .update();
        return guise.id();
    }

    private void speak(Unvoiced one, UUID voice) {
        put("conversation.post", one.post(), voice);
        if (one.opens()) {
            put("conversation.topic", one.topic(), voice);
        }
    }

    private void put(String table, UUID id, UUID voice) {
        sql.sql("update " + table + " set anonymous = true, voice_id = :voice, credential_id = null where id = :id")
                .param("voice", voice)
                .param("id", id)
                .update();
    }
}
