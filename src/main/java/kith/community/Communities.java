package kith.community;

import java.util.List;
import java.util.Optional;
import kith.identity.Viewer;
import kith.page.NotHere;
import kith.page.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The communities of the house, reached through the person asking: what they may not see does not exist. */
@Component
public class Communities {
    private static final int PAGE = 30;

    private static final String PLACE =
            "select " + PlaceRows.COLUMNS + "from community.community pc" + PlaceRows.MEMBERSHIP;

    private final JdbcClient sql;

    Communities(JdbcClient sql) {
        this.sql = sql;
    }

    /** The community with this slug as the viewer stands in it, where they are a member or it is open to read. */
    public Place find(Viewer viewer, String slug) {
        return readable(ask(viewer, "where pc.slug = :key", slug));
    }

    public Place find(Viewer viewer, CommunityId id) {
        return readable(ask(viewer, "where pc.id = :key", id.value()));
    }

    /** The same for somebody who is about to join: private communities that take requests are there too, with their front door only. */
    Place door(Viewer viewer, String slug) {
        return ask(viewer, "where pc.slug = :key", slug)
                .filter(place -> place.readable() || place.community().joining() != Community.Joining.INVITATION)
                .orElseThrow(NotHere::new);
    }

    /** The same for somebody who holds a good invitation. */
    Place invited(Viewer viewer, CommunityId id) {
        return ask(viewer, "where pc.id = :key", id.value()).orElseThrow(NotHere::new);
    }

    /** The communities that the viewer does not belong to and may read or ask to join, by slug. */
    Slice<Place> offered(Viewer viewer, String after) {
        var rows = sql.sql(PLACE + """
                        where pm.account_id is null and (pc.visibility = 'OPEN_TO_READ' or pc.joining <> 'INVITATION') and pc.slug > :after
                        order by pc.slug limit :most
                        """)
                .param("viewer", viewer.id() == null ? null : viewer.id().value())
                .param("after", after)
                .param("most", PAGE + 1)
                .query((row, n) -> PlaceRows.place(viewer, row))
                .list();
        return Slice.of(rows, PAGE, place -> place.community().slug());
    }

    /** The communities that the viewer belongs to, the longest first. */
    public List<Place> of(Viewer viewer) {
        return viewer.signedIn()
                ? sql.sql(PLACE + "where pm.account_id is not null order by pm.joined_at, pc.id")
                        .param("viewer", viewer.member().value())
                        .query((row, n) -> PlaceRows.place(viewer, row))
                        .list()
                : List.of();
    }

    private Optional<Place> ask(Viewer viewer, String where, Object key) {
        return sql.sql(PLACE + where)
                .param("viewer", viewer.id() == null ? null : viewer.id().value())
                .param("key", key)
                .query((row, n) -> PlaceRows.place(viewer, row))
                .optional();
    }

    private static Place readable(Optional<Place> found) {
        return found.filter(Place::readable).orElseThrow(NotHere::new);
    }
}
