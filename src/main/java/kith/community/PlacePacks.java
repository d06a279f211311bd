package kith.community;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which pack a place runs, in its own words; kept in memory until the community changes something. */
@Component
public class PlacePacks {
    private record Held(Community.Running running, PlacePack pack) {}

    private final JdbcClient sql;
    private final KeptPacks kept;
    private final Map<CommunityId, Held> held = new ConcurrentHashMap<>();

    PlacePacks(JdbcClient sql, KeptPacks kept) {
        this.sql = sql;
        this.kept = kept;
    }

    public PlacePack of(Place place) {
        return of(place.community().id(), place.community().running());
    }

    /** The same where nobody asks, such as in a job. */
    public PlacePack ofAsHouse(CommunityId community) {
        return of(community, running(community));
    }

    private PlacePack of(CommunityId community, Community.Running running) {
        var known = held.get(community);
        if (known != null && known.running().equals(running)) {
            return known.pack();
        }
        var fresh = new Held(running, load(community, running));
        held.put(community, fresh);
        return fresh.pack();
    }

    private Community.Running running(CommunityId community) {
        return sql.sql("""
                        select pack, pack_language, pack_version, pack_hash, guidelines_version, revision
                        from community.community where id = :community
                        """)
                .param("community", community.value())
                .query((row, n) -> Community.Running.of(row))
                .single();
    }

    private PlacePack load(CommunityId community, Community.Running running) {
        var pack = kept.find(running.edition(), running.hash());
        return new PlacePack(
                pack, words(community), guidelines(community, running.guidelines(), pack), running.revision());
    }

    private Map<Word, String> words(CommunityId community) {
        var words = new EnumMap<Word, String>(Word.class);
        sql.sql("select key, text from community.word where community_id = :community")
                .param("community", community.value())
                .query(row -> {
                    words.put(Word.valueOf(row.getString("key")), Objects.requireNonNull(row.getString("text")));
                });
        return words;
    }

    private String guidelines(CommunityId community, int version, Pack pack) {
        return sql.sql("select text from community.guidelines where community_id = :community and version = :version")
                .param("community", community.value())
                .param("version", version)
                .query(String.class)
                .optional()
                .orElseGet(() -> pack.guidelines().text());
    }
}
