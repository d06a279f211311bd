package kith.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.NotHere;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The communities of the house, reached through the person asking: what they may not see does not exist. */
@Component
public class Communities {
    private static final int PAGE = 30;

    private static final String PLACE = """
            select c.id, c.slug, c.name, c.tagline, c.pack, c.pack_version, c.language, c.visibility, c.joining, c.look, c.motif, c.guidelines_version,
                   c.pack_language, c.pack_hash, c.revision,
                   m.account_id, m.role, m.standing, m.joined_at, m.guidelines, m.onboarded, m.profession
            from community.community c
            left join community.membership m on m.community_id = c.id and m.account_id = :viewer and m.left_at is null
            """;

    private final JdbcClient sql;

    Communities(JdbcClient sql) {
        this.sql = sql;
    }

    /** The community with this slug as the viewer stands in it, where they are a member or it is open to read. */
    public Place find(Viewer viewer, String slug) {
        return readable(ask(viewer, "where c.slug = :key", slug));
    }

    public Place find(Viewer viewer, CommunityId id) {
        return readable(ask(viewer, "where c.id = :key", id.value()));
    }

    /** The same for somebody who is about to join: private communities that take requests are there too, with their front door only. */
    Place door(Viewer viewer, String slug) {
        return ask(viewer, "where c.slug = :key", slug)
                .filter(place -> place.readable() || place.community().joining() != Community.Joining.INVITATION)
                .orElseThrow(NotHere::new);
    }

    /** The same for somebody who holds a good invitation. */
    Place invited(Viewer viewer, CommunityId id) {
        return ask(viewer, "where c.id = :key", id.value()).orElseThrow(NotHere::new);
    }

    /** The communities that the viewer does not belong to and may read or ask to join, by slug. */
    Slice<Place> offered(Viewer viewer, String after) {
        var rows = sql.sql(PLACE + """
                        where m.account_id is null and (c.visibility = 'OPEN_TO_READ' or c.joining <> 'INVITATION') and c.slug > :after
                        order by c.slug limit :most
                        """)
                .param("viewer", viewer.id() == null ? null : viewer.id().value())
                .param("after", after)
                .param("most", PAGE + 1)
                .query((row, n) -> place(viewer, row))
                .list();
        return Slice.of(rows, PAGE, place -> place.community().slug());
    }

    /** The communities that the viewer belongs to, the longest first. */
    public List<Place> of(Viewer viewer) {
        return viewer.signedIn()
                ? sql.sql(PLACE + "where m.account_id is not null order by m.joined_at, c.id")
                        .param("viewer", viewer.member().value())
                        .query((row, n) -> place(viewer, row))
                        .list()
                : List.of();
    }

    private Optional<Place> ask(Viewer viewer, String where, Object key) {
        return sql.sql(PLACE + where)
                .param("viewer", viewer.id() == null ? null : viewer.id().value())
                .param("key", key)
                .query((row, n) -> place(viewer, row))
                .optional();
    }

    private static Place readable(Optional<Place> found) {
        return found.filter(Place::readable).orElseThrow(NotHere::new);
    }

    private static Place place(Viewer viewer, ResultSet row) throws SQLException {
        return new Place(viewer, community(row), membership(row));
    }

    static Community community(ResultSet row) throws SQLException {
        return new Community(
                new CommunityId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                row.getString("tagline"),
                row.getString("pack"),
                row.getInt("pack_version"),
                Locale.forLanguageTag(row.getString("language")),
                Community.Visibility.valueOf(row.getString("visibility")),
                Community.Joining.valueOf(row.getString("joining")),
                row.getString("look"),
                row.getString("motif"),
                row.getInt("guidelines_version"),
                Community.Running.of(row));
    }

    private static @Nullable Membership membership(ResultSet row) throws SQLException {
        var member = row.getObject("account_id", UUID.class);
        return member == null
                ? null
                : new Membership(
                        new MemberId(member),
                        Role.valueOf(row.getString("role")),
                        Membership.Standing.valueOf(row.getString("standing")),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                        row.getInt("guidelines"),
                        row.getBoolean("onboarded"),
                        row.getString("profession"));
    }
}
