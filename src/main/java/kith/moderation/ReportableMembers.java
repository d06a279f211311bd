package kith.moderation;

import java.util.Optional;
import java.util.UUID;
import kith.community.Communities;
import kith.community.CommunityId;
import kith.community.Place;
import kith.identity.MemberId;
import kith.identity.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Worries about a person rather than a post; they belong to the community that the two have shared longest. */
@Component
class ReportableMembers implements Reportable {
    private final JdbcClient sql;
    private final Communities communities;

    ReportableMembers(JdbcClient sql, Communities communities) {
        this.sql = sql;
        this.communities = communities;
    }

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public Optional<Snapshot> snapshot(Viewer viewer, UUID id) {
        return communities.of(viewer).stream()
                .flatMap(place -> in(place, id).stream())
                .findFirst();
    }

    private Optional<Snapshot> in(Place place, UUID id) {
        return sql.sql("""
                        select c.name from community.belonging b join identity.card c on c.id = b.account_id
                        where b.community_id = :community and b.account_id = :member
                        """)
                .param("community", place.community().id().value())
                .param("member", id)
                .query((row, n) -> snapshot(place.community().id(), id, row.getString("name"), place.path("members")))
                .optional();
    }

    private static Snapshot snapshot(CommunityId community, UUID id, String name, String members) {
        return new Snapshot(community, new MemberId(id), name, "", members + "/" + id);
    }

    @Override
    public boolean hideable() {
        return false;
    }

    @Override
    public void hide(UUID id, String reason) {
        throw new IllegalStateException("people are not hidden");
    }

    @Override
    public void show(UUID id) {
        throw new IllegalStateException("people are not hidden");
    }
}
