package kith.setup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kith.community.CommunityId;
import kith.house.HouseKey;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has arrived before: a mark for each thing, from which neither its key nor its content can be read. */
@Component
class Arrived implements PersonalData {
    /** Things that belong to the house and to none of its communities. */
    static final CommunityId HOUSE = new CommunityId(new UUID(0, 0));

    /** What is known of one thing: a mark of its content, and its id here, empty when the person it was is gone. */
    record Known(String content, Optional<UUID> id) {}

    /** One thing that has just arrived; {@code content} is anything whose text says all of it. */
    record Thing(String key, Object content, UUID id) {}

    private final JdbcClient sql;
    private final byte[] key;

    Arrived(JdbcClient sql, HouseKey key) {
        this.sql = sql;
        this.key = key.derive("setup/arrival");
    }

    Optional<Known> find(CommunityId community, String key) {
        return Optional.ofNullable(find(community, List.of(key)).get(key));
    }

    Map<String, Known> find(CommunityId community, Collection<String> keys) {
        var marks = keys.stream().collect(Collectors.toMap(this::mark, key -> key, (a, b) -> a));
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

    /** Whether a thing is still what it was when it came. */
    boolean same(Known known, Object content) {
        return known.content().equals(mark(content.toString()));
    }

    /** Keyed, so that nobody who has the rows alone can try names and addresses on it. */
    private String mark(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String module() {
        return "setup";
    }

    @Override
    public Set<String> columns() {
        return PersonalRows.columns("setup", "arrival community_id key content id");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(PersonalRows.of(sql, who, "setup.data.arrival", """
                select community_id as community, 'moved in' as how, encode(key, 'hex') as mark
                from setup.arrival where id = :who order by community_id, key"""));
    }

    /** The mark of the key stays, so that no later import brings them back; without the house's key it tells nothing. */
    @Override
    public void erase(MemberId who) {
        sql.sql("update setup.arrival set id = null, content = '' where id = :who")
                .param("who", who.value())
                .update();
    }
}
