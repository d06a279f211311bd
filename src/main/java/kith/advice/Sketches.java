package kith.advice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import kith.identity.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What somebody types in a form of this module, kept in the house until it is sent; nobody else sees it. */
@Component
class Sketches {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    Sketches(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The fields as they were, and since when they are safe. */
    record Sketch(Map<String, String> fields, Instant savedAt) {}

    Optional<Sketch> find(Viewer viewer, String key) {
        return sql.sql("select fields, saved_at from advice.draft where member_id = :member and key = :key")
                .param("member", viewer.member().value())
                .param("key", key)
                .query((row, n) -> new Sketch(
                        json.readValue(row.getString("fields"), FIELDS),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void keep(Viewer viewer, String key, Map<String, String> fields) {
        sql.sql("""
                        insert into advice.draft (member_id, key, fields, saved_at) values (:member, :key, :fields::jsonb, now())
                        on conflict (member_id, key) do update set fields = excluded.fields, saved_at = excluded.saved_at""")
                .param("member", viewer.member().value())
                .param("key", key)
                .param("fields", json.writeValueAsString(fields))
                .update();
    }

    void remove(Viewer viewer, String key) {
        sql.sql("delete from advice.draft where member_id = :member and key = :key")
                .param("member", viewer.member().value())
                .param("key", key)
                .update();
    }
}
