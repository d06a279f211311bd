package kith.advice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kith.identity.MemberId;
import kith.identity.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What somebody types in a form of this module, kept in the house until it is sent; nobody else sees it. */
@Component
class Sketches {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private static final Set<String> NAMES = Set.of(
            "section",
            "title",
            "body",
            "audience",
            "as",
            "language",
            "linked",
            "until",
            "reason",
            "words",
            "source-0",
            "source-1",
            "source-2",
            "address-0",
            "address-1",
            "address-2",
            "year-0",
            "year-1",
            "year-2");
    /** Without anything in these a form is as good as empty. */
    private static final Set<String> WORDS = Set.of("title", "body", "reason", "words");

    private static final String LINE = "line-\\d{1,3}";
    private static final int MOST = 60_000;

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

    /** What a form carries, sent while it is typed or refused just now; a form without words is kept no longer. */
    void type(Viewer viewer, String key, Map<String, String> typed) {
        var fields = typed.entrySet().stream()
                .filter(field ->
                        NAMES.contains(field.getKey()) || field.getKey().matches(LINE))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> cut(Typed.text(field.getValue()))));
        if (fields.entrySet().stream()
                .noneMatch(field -> field.getKey().matches(LINE)
                        || WORDS.contains(field.getKey()) && !field.getValue().isBlank())) {
            remove(viewer, key);
        } else {
            keep(viewer, key, fields);
        }
    }

    private static String cut(String text) {
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }

    /** What stands in one field of a form that somebody began, or nothing. */
    String words(Viewer viewer, String key, String field) {
        return find(viewer, key)
                .map(kept -> kept.fields().getOrDefault(field, ""))
                .orElse("");
    }

    void keep(Viewer viewer, String key, Map<String, String> fields) {
        keep(viewer.member(), key, fields);
    }

    void keep(MemberId member, String key, Map<String, String> fields) {
        sql.sql("""
                        insert into advice.draft (member_id, key, fields, saved_at) values (:member, :key, :fields::jsonb, now())
                        on conflict (member_id, key) do update set fields = excluded.fields, saved_at = excluded.saved_at""")
                .param("member", member.value())
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
