package kith.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.identity.Accounts;
import kith.identity.SignUpPolicy;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the invited come in. The key of an invitation is its link's secret; the account with the address that a letter went to may use its id as well. */
@Component
class Redemptions {
    /** An invitation that waits for the viewer: its key, and where it leads. */
    public record Waiting(String key, Place place) {
        public String path() {
            return Invites.PATH + key;
        }
    }

    private record Found(UUID id, CommunityId community, boolean good) {}

    private static final String MOST = " limit 20";
    private static final String MEANT = "(i.email is null or i.email = :address)";
    private static final String FOUND = "select i.id, i.community_id, " + Invites.GOOD
            + " as good from community.invite i where (i.secret = :secret or (i.id = :id and i.email = :address))";

    private final JdbcClient sql;
    private final Communities communities;
    private final Memberships memberships;
    private final Accounts accounts;

    Redemptions(JdbcClient sql, Communities communities, Memberships memberships, Accounts accounts) {
        this.sql = sql;
        this.communities = communities;
        this.memberships = memberships;
        this.accounts = accounts;
    }

    /** What a good invitation lets a stranger do: make an account, and go on to it from there. */
    Optional<SignUpPolicy.Welcome> welcomeAsHouse(String secret) {
        return sql.sql("select coalesce(email, '') from community.invite where secret = :secret and " + Invites.GOOD)
                .param("secret", Invites.hash(secret))
                .query(String.class)
                .optional()
                .map(email -> new SignUpPolicy.Welcome(email, Invites.PATH + secret));
    }

    /** The community that an invitation leads to while it is good, and afterwards for whoever is a member. */
    Place door(Viewer viewer, String key) {
        var found = find(viewer, key, "").orElseThrow(NotHere::new);
        var place = communities.invited(viewer, found.community());
        if (!found.good() && !place.member()) {
            throw new NotHere();
        }
        return place;
    }

    /** Whether an invitation may be the viewer's: one by letter is for its address alone. */
    boolean meant(Viewer viewer, String key) {
        return !viewer.signedIn() || find(viewer, key, " and " + MEANT).isPresent();
    }

    /** What the viewer was invited to and has not answered: by letters to their address, and by a link that they opened before they had an account. */
    List<Waiting> waiting(Viewer viewer, Optional<String> opened) {
        var letters = letters(viewer);
        var byLink = opened.filter(key -> meant(viewer, key)).flatMap(key -> open(viewer, key));
        return Stream.concat(letters.stream(), byLink.stream())
                .filter(waiting -> !waiting.place().member())
                .collect(Collectors.toMap(
                        waiting -> waiting.place().community().id(),
                        each -> each,
                        (one, same) -> one,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private Optional<Waiting> open(Viewer viewer, String key) {
        return find(viewer, key, " and " + Invites.GOOD)
                .map(found -> new Waiting(key, communities.invited(viewer, found.community())));
    }

    private List<Waiting> letters(Viewer viewer) {
        return sql
                .sql("select i.id, i.community_id, true as good from community.invite i where i.email = :address and "
                        + Invites.GOOD + " order by i.id desc" + MOST)
                .param("address", address(viewer))
                .query((row, n) -> found(row))
                .list()
                .stream()
                .map(found -> new Waiting(found.id().toString(), communities.invited(viewer, found.community())))
                .toList();
    }

    /** Makes the viewer a member by an invitation that is meant for them; each person uses one up once. */
    @Transactional
    Place redeem(Viewer viewer, String key) {
        var place = door(viewer, key);
        if (place.member()) {
            return place;
        }
        var invite = find(viewer, key, " and " + MEANT).filter(this::spend).orElseThrow(NotHere::new);
        sql.sql(
                        "insert into community.redemption (invite_id, account_id) values (:invite, :member) on conflict do nothing")
                .param("invite", invite.id())
                .param("member", viewer.member().value())
                .update();
        memberships.addAsHouse(place.community().id(), viewer.member(), Role.MEMBER);
        return communities.find(viewer, place.community().id());
    }

    private boolean spend(Found invite) {
        return sql.sql("update community.invite set uses_left = uses_left - 1 where id = :id and " + Invites.GOOD)
                        .param("id", invite.id())
                        .update()
                == 1;
    }

    private Optional<Found> find(Viewer viewer, String key, String and) {
        return sql.sql(FOUND + and)
                .param("secret", Invites.hash(key))
                .param("id", id(key), Types.OTHER)
                .param("address", address(viewer))
                .query((row, n) -> found(row))
                .optional();
    }

    /** The viewer's own address, once it is proved to be theirs. */
    private String address(Viewer viewer) {
        return viewer.confirmed()
                ? accounts.reachAsHouse(viewer.member())
                        .map(Accounts.Reach::email)
                        .orElse("")
                : "";
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getBoolean("good"));
    }

    private static @Nullable UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException secret) {
            return null;
        }
    }
}
