package kith.community;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.identity.Card;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is on call in a community, after swaps and cover. */
@Component
public class Rotas {
    private final JdbcClient sql;
    private final RotaRows rows;
    private final Clock clock;

    Rotas(JdbcClient sql, RotaRows rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    public Set<MemberId> onCallAsHouse(CommunityId community, Instant at) {
        return rows.of(community, at).onCall(at);
    }

    /** What a reader of this place is told of who is there now, or from when. */
    public Watch watch(Place place) {
        var now = clock.instant();
        return place.member()
                ? rows.planned(place.community().id(), now)
                        .map(rota -> watch(place, rota, now))
                        .orElse(Watch.NONE)
                : Watch.NONE;
    }

    private Watch watch(Place place, Rota rota, Instant now) {
        var people = people(place.community().id(), rota.onCall(now));
        return new Watch(
                true,
                people.entrySet().stream()
                        .map(each -> new Watch.OnCall(
                                each.getValue().card(), each.getValue().profession(), rota.until(each.getKey(), now)))
                        .toList(),
                rota.next(now).orElse(null));
    }

    /** Somebody of a rota as others see them. */
    record Seen(Card card, Role role, String profession) {}

    Map<MemberId, Seen> people(CommunityId community, Collection<MemberId> who) {
        var people = new HashMap<MemberId, Seen>();
        if (!who.isEmpty()) {
            sql.sql("""
                            select k.id, k.name, k.face, k.picture_id, m.role, m.profession
                            from community.membership m join identity.card k on k.id = m.account_id
                            where m.community_id = :community and m.account_id in (:who) and m.left_at is null""")
                    .param("community", community.value())
                    .param("who", who.stream().map(MemberId::value).toList())
                    .query(row -> {
                        people.put(
                                new MemberId(row.getObject("id", UUID.class)),
                                new Seen(
                                        Card.of(
                                                row.getObject("id", UUID.class),
                                                row.getString("name"),
                                                row.getString("face"),
                                                row.getObject("picture_id", UUID.class)),
                                        Role.valueOf(row.getString("role")),
                                        row.getString("role").equals("PRACTITIONER")
                                                ? row.getString("profession")
                                                : ""));
                    });
        }
        return people;
    }
}
