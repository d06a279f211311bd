package kith.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.community.CommunityId;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has arrived before: a mark for each thing, from which neither its key nor its content can be read. */
@Component
class Arrived implements PersonalData {
    /** Things that belong to the house and to none of its communities. */
    static final CommunityId HOUSE = new CommunityId(new UUID(0, 0));

    /** What is known of one thing: a mark of its content, and its id here, empty when the person it was is gone. */
    record Known(String content, Optional<UUID> id) {
        boolean same(Object content) {
            return this.content.equals(mark(content.toString()));
        }
    }

    /** One thing that has just arrived; {@code content} is anything whose text says all of it. */
    record Thing(String key, Object content, UUID id) {}

    private final JdbcClient sql;

    Arrived(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Known> find(CommunityId community, String key) {
        return Optional.ofNullable(find(community, List.of(key)).get(key));
    }

    Map<String, Known> find(CommunityId community, Collection<String> keys) {
        var marks = keys.stream().collect(Collectors.toMap(Arrived::mark, key -> key, (a, b) -> a));
        return sql
                .sql("""
                        select encode(key, 'hex') as key, encode(content, 'hex') as content, id from setup.arrival
                        where community_id = :community and key = any (select decode(k, 'hex') from unnest(:keys::text[]) k)
                        """)
                .param("community", community.value())
                .param("keys", marks.keySet().toArray(String[]::new))
                .query((row, n) -> Map.entry(
                        String.valueOf(marks.get(row.getString("key"))),
                        new Known(row.getString("content"), Optional.ofNullable(row.getObject("id", UUID.class)))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Notes things in the transaction that brings them. */
    void keep(CommunityId community, List<Thing> things) {
        sql.sql("""
                        insert into setup.arrival (community_id, key, content, id)
                        select :community, decode(a.key, 'hex'), decode(a.content, 'hex'), a.id
                        from unnest(:keys::text[], :contents::text[], :ids::uuid[]) as a (key, content, id)
                        """)
                .param("community", community.value())
                .param("keys", things.stream().map(t -> mark(t.key())).toArray(String[]::new))
                .param(
                        "contents",
                        things.stream().map(t -> mark(t.content().toString())).toArray(String[]::new))
                .param("ids", things.stream().map(t -> t.id().toString()).toArray(String[]::new))
                .update();
    }

    private static String mark(String text) {
        try {
            var whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String module() {
        return "setup";
    }

    @Override
    public Set<String> columns() {
        return Set.of("setup.arrival.id");
    }

    @Override
    public List<Part> export(MemberId who) {
        List<Map<String, @Nullable Object>> rows = sql.sql(
                        "select community_id as community, 'moved in' as how from setup.arrival where id = :who")
                .param("who", who.value())
                .query()
                .listOfRows();
        return rows.isEmpty() ? List.of() : List.of(new Part("setup.data.arrival", rows));
    }

    @Override
    public void erase(MemberId who) {
        sql.sql("update setup.arrival set id = null where id = :who")
                .param("who", who.value())
                .update();
    }
}
