package kith.community;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kith.audit.AuditLog;
import kith.page.NotHere;
import kith.page.Stale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a community's managers change about it. Each change names the revision that it was made from; an older one is stale. */
@Component
class Settings {
    /** Name, line, joining and visibility. */
    record Face(String name, String tagline, Community.Joining joining, Community.Visibility visibility) {}

    /** A section as a manager sees it, retired ones too. */
    public record Room(UUID id, String slug, String name, String description, int position, boolean retired) {}

    private final JdbcClient sql;
    private final KeptPacks kept;
    private final Founding founding;
    private final AuditLog audit;

    Settings(JdbcClient sql, KeptPacks kept, Founding founding, AuditLog audit) {
        this.sql = sql;
        this.kept = kept;
        this.founding = founding;
        this.audit = audit;
    }

    @Transactional
    void face(Place place, Face face, int revision) {
        turn(place, revision, "settings");
        sql.sql("""
                        update community.community set name = :name, tagline = :tagline, joining = :joining, visibility = :visibility
                        where id = :id
                        """)
                .param("name", face.name())
                .param("tagline", face.tagline())
                .param("joining", face.joining().name())
                .param("visibility", face.visibility().name())
                .param("id", place.community().id().value())
                .update();
    }

    /** Puts the community's own words in the place of the pack's; a word that is empty or the pack's own is the pack's again. */
    @Transactional
    void words(Place place, Pack pack, Map<Word, String> words, int revision) {
        turn(place, revision, "settings/words");
        words.forEach((word, text) -> {
            if (text.isEmpty() || text.equals(word.in(pack).strip())) {
                forget(place, word);
            } else {
                put(place, word, text);
            }
        });
    }

    /** Puts a new version of the guidelines in force, which everybody acknowledges before they write again. */
    @Transactional
    void guidelines(Place place, String text, int revision) {
        turn(place, revision, "settings/guidelines");
        var version = sql.sql("""
                        update community.community set guidelines_version = guidelines_version + 1 where id = :id
                        returning guidelines_version
                        """)
                .param("id", place.community().id().value())
                .query(Integer.class)
                .single();
        sql.sql("insert into community.guidelines (community_id, version, text) values (:id, :version, :text)")
                .param("id", place.community().id().value())
                .param("version", version)
                .param("text", text)
                .update();
    }

    /** The community's sections, those that were retired at the end. */
    List<Room> rooms(Place place) {
        manages(place);
        return sql.sql("""
                        select id, slug, name, description, position, retired from community.section
                        where community_id = :id order by retired, position, slug
                        """)
                .param("id", place.community().id().value())
                .query((row, n) -> new Room(
                        row.getObject("id", UUID.class),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("description"),
                        row.getInt("position"),
                        row.getBoolean("retired")))
                .list();
    }

    @Transactional
    void rooms(Place place, List<Room> rooms, int revision) {
        turn(place, revision, "settings/sections");
        rooms.forEach(room -> sql.sql("""
                        update community.section set name = :name, description = :description, position = :position, retired = :retired
                        where community_id = :community and id = :id
                        """)
                .param("name", room.name())
                .param("description", room.description())
                .param("position", room.position())
                .param("retired", room.retired())
                .param("community", place.community().id().value())
                .param("id", room.id())
                .update());
    }

    /** Takes over a newer version of the pack: its texts and new sections. The community's own words, sections and guidelines stay. */
    @Transactional
    void takeOver(Place place, Pack newer, int revision) {
        turn(place, revision, "settings/pack");
        sql.sql("""
                        update community.community
                        set pack_version = :version, pack_hash = :hash, pack_language = :language, motif = :motif where id = :id
                        """)
                .param("version", newer.version())
                .param("hash", kept.keep(newer))
                .param("language", newer.language())
                .param("motif", newer.look().motif().name().toLowerCase(Locale.ROOT))
                .param("id", place.community().id().value())
                .update();
        var next = rooms(place).size();
        for (var n = 0; n < newer.sections().size(); n++) {
            founding.copy(place.community().id(), newer.sections().get(n), next + n + 1);
        }
    }

    private void turn(Place place, int revision, String noun) {
        manages(place);
        var turned = sql.sql(
                        "update community.community set revision = revision + 1 where id = :id and revision = :revision")
                .param("id", place.community().id().value())
                .param("revision", revision)
                .update();
        if (turned == 0) {
            var path = noun.split("/", 2);
            throw new Stale(place.path(path[0]) + (path.length > 1 ? "/" + path[1] : ""));
        }
        audit.note(
                place.self().value(),
                "community.changed",
                "community " + place.community().id(),
                noun);
    }

    static void manages(Place place) {
        if (!place.manages()) {
            throw new NotHere();
        }
    }

    private void put(Place place, Word word, String text) {
        sql.sql("""
                        insert into community.word (community_id, key, text) values (:id, :key, :text)
                        on conflict (community_id, key) do update set text = excluded.text
                        """)
                .param("id", place.community().id().value())
                .param("key", word.name())
                .param("text", text)
                .update();
    }

    private void forget(Place place, Word word) {
        sql.sql("delete from community.word where community_id = :id and key = :key")
                .param("id", place.community().id().value())
                .param("key", word.name())
                .update();
    }
}
