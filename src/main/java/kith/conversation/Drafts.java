package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.community.Place;
import kith.identity.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What members are writing, kept while they type; nobody but themselves ever sees it. */
@Component
class Drafts {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final int MOST_LISTED = 50;

    private final JdbcClient sql;
    private final JsonMapper json;

    Drafts(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<Draft> find(Viewer viewer, DraftKey key) {
        return viewer.signedIn()
                ? sql.sql(
                                "select key, fields, saved_at from conversation.draft where member_id = :member and key = :key")
                        .param("member", viewer.member().value())
                        .param("key", key.value())
                        .query(this::draft)
                        .optional()
                : Optional.empty();
    }

    /** All that somebody comes with to this topic, or to a new one: one question for a page that asks all. */
    Begun begun(Place place, @Nullable Topic topic, DraftKey key) {
        return place.viewer().signedIn()
                ? sql.sql("""
                                select d.key, d.fields, d.saved_at, r.read_at, r.read_id, r.attention, not exists (
                                    select from conversation.post p where p.author_id = :member and p.community_id = :community) as first,
                                """ + Voices.DESK + """
                                from (values (1)) as composer left join conversation.draft d on d.member_id = :member and d.key = :key
                                left join conversation.reading r on r.member_id = :member and r.topic_id = cast(:topic as uuid)
                                """ + Voices.BESIDE)
                        .param("member", place.self().value())
                        .param("community", place.community().id().value())
                        .param("key", key.value())
                        .param("topic", topic == null ? null : topic.id().value(), Types.OTHER)
                        .query(this::begun)
                        .single()
                : Begun.NOTHING;
    }

    private Begun begun(ResultSet row, int n) throws SQLException {
        return new Begun(
                row.getString("key") == null ? Optional.empty() : Optional.of(draft(row, n)),
                row.getBoolean("first"),
                Voices.desk(row, n),
                row.getObject("read_at") == null ? Bookmark.NONE : Readings.bookmark(row));
    }

    List<Draft> of(Viewer viewer) {
        return sql.sql("""
                        select key, fields, saved_at from conversation.draft
                        where member_id = :member order by saved_at desc limit :most""")
                .param("member", viewer.member().value())
                .param("most", MOST_LISTED)
                .query(this::draft)
                .list();
    }

    void keep(Viewer viewer, DraftKey key, Map<String, String> fields) {
        sql.sql("""
                        insert into conversation.draft (member_id, key, fields, saved_at)
                        values (:member, :key, :fields::jsonb, now())
                        on conflict (member_id, key) do update set fields = excluded.fields, saved_at = excluded.saved_at""")
                .param("member", viewer.member().value())
                .param("key", key.value())
                .param("fields", json.writeValueAsString(fields))
                .update();
    }

    /** A reply that somebody was writing in a topic that has been brought into another goes there too, where they were not writing one already. */
    void follow(Viewer viewer, TopicId from, Topic topic) {
        if (viewer.signedIn() && !topic.id().equals(from)) {
            sql.sql("""
                            with gone as (
                                update conversation.draft set key = :to where member_id = :member and key = :from
                                    and not exists (select from conversation.draft d where d.member_id = :member and d.key = :to) returning key)
                            update conversation.picture set draft_key = :to
                            where member_id = :member and draft_key = :from and exists (select from gone)""")
                    .param("member", viewer.member().value())
                    .param("from", "reply:" + from)
                    .param("to", DraftKey.reply(topic).value())
                    .update();
        }
    }

    void remove(Viewer viewer, DraftKey key) {
        sql.sql("delete from conversation.draft where member_id = :member and key = :key")
                .param("member", viewer.member().value())
                .param("key", key.value())
                .update();
    }

    private Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                new DraftKey(row.getString("key")),
                json.readValue(row.getString("fields"), FIELDS),
                TopicRows.instant(row, "saved_at"));
    }
}
