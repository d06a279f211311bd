package kith.community;

import java.util.Locale;
import kith.audit.AuditLog;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes communities out of packs. */
@Component
public class Founding {
    /** What a new community is called; {@code tagline} empty for the pack's own, joining and visibility null for the pack's. */
    public record Wish(
            Pack pack,
            String name,
            String slug,
            String tagline,
            Community.@Nullable Joining joining,
            Community.@Nullable Visibility visibility) {
        public Wish(Pack pack, String name, String slug) {
            this(pack, name, slug, "", null, null);
        }
    }

    private final JdbcClient sql;
    private final KeptPacks kept;
    private final Communities communities;
    private final Memberships memberships;
    private final AuditLog audit;
    private final boolean managersToo;

    Founding(
            JdbcClient sql,
            KeptPacks kept,
            Communities communities,
            Memberships memberships,
            AuditLog audit,
            @Value("${kith.founding:operator}") String founders) {
        this.sql = sql;
        this.kept = kept;
        this.communities = communities;
        this.memberships = memberships;
        this.audit = audit;
        this.managersToo = founders.equals("managers");
    }

    /** Whether somebody may found a community: the operator, and managers where the house allows it. */
    public boolean may(Viewer viewer) {
        return viewer.confirmed()
                && (viewer.operator()
                        || managersToo && communities.of(viewer).stream().anyMatch(Place::manages));
    }

    /** Founds a community; the founder becomes its first manager. */
    @Transactional
    public Place found(Viewer viewer, Wish wish) {
        if (!may(viewer)) {
            throw new NotHere();
        }
        var community = make(viewer.member(), wish);
        memberships.addAsHouse(community, viewer.member(), Role.MANAGER);
        return communities.find(viewer, community);
    }

    /** Founds a community that has no manager yet. */
    @Transactional
    public CommunityId foundAsHouse(Wish wish) {
        return make(null, wish);
    }

    private CommunityId make(@Nullable MemberId by, Wish wish) {
        var id = new CommunityId(Ids.next());
        var pack = wish.pack();
        insert(id, wish, kept.keep(pack));
        for (var n = 0; n < pack.sections().size(); n++) {
            copy(id, pack.sections().get(n), n + 1);
        }
        sql.sql("insert into community.guidelines (community_id, version, text) values (:id, 1, :text)")
                .param("id", id.value())
                .param("text", pack.guidelines().text())
                .update();
        audit.note(by == null ? null : by.value(), "community.founded", "community " + id, "");
        return id;
    }

    public boolean taken(String slug) {
        return sql.sql("select exists (select from community.community where slug = :slug)")
                .param("slug", slug)
                .query(Boolean.class)
                .single();
    }

    private void insert(CommunityId id, Wish wish, String hash) {
        var pack = wish.pack();
        sql.sql("""
                        insert into community.community (id, slug, name, tagline, pack, pack_language, pack_version, pack_hash, language,
                            visibility, joining, look, motif)
                        values (:id, :slug, :name, :tagline, :pack, :language, :version, :hash, :language, :visibility, :joining, :look, :motif)
                        """)
                .param("id", id.value())
                .param("slug", wish.slug())
                .param("name", wish.name())
                .param("tagline", wish.tagline().isEmpty() ? pack.tagline() : wish.tagline())
                .param("pack", pack.id())
                .param("language", pack.language())
                .param("version", pack.version())
                .param("hash", hash)
                .param(
                        "visibility",
                        wish.visibility() == null
                                ? pack.visibility().name()
                                : wish.visibility().name())
                .param(
                        "joining",
                        wish.joining() == null
                                ? pack.joining().name()
                                : wish.joining().name())
                .param("look", pack.id())
                .param("motif", pack.look().motif().name().toLowerCase(Locale.ROOT))
                .update();
    }

    void copy(CommunityId id, Pack.Section section, int position) {
        sql.sql("""
                        insert into community.section (id, community_id, slug, name, description, kind, content_note, position)
                        values (:id, :community, :slug, :name, :description, :kind, :note, :position)
                        on conflict (community_id, slug) do nothing
                        """)
                .param("id", Ids.next())
                .param("community", id.value())
                .param("slug", section.slug())
                .param("name", section.name())
                .param("description", section.description())
                .param("kind", section.kind().name().toLowerCase(Locale.ROOT))
                .param("note", section.contentNote() == null ? "" : section.contentNote())
                .param("position", position)
                .update();
    }
}
