package kith.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.community.Absences;
import kith.community.Membership;
import kith.community.Place;
import kith.community.Role;
import kith.community.Rotas;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.identity.Status;
import kith.identity.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who else walks a round here: to whom something can be handed, and who has how much in their hands. */
@Component
class Colleagues {
    /** Somebody of them: how much they hold, how much of it is late, whether they are on call or away, and who covers. */
    public record Colleague(
            MemberId id,
            Card card,
            Role role,
            int holds,
            int late,
            boolean onCall,
            boolean away,
            @Nullable Card cover) {}

    private final JdbcClient sql;
    private final Rounds rounds;
    private final Rotas rotas;
    private final Absences absences;
    private final Clock clock;

    Colleagues(JdbcClient sql, Rounds rounds, Rotas rotas, Absences absences, Clock clock) {
        this.sql = sql;
        this.rounds = rounds;
        this.rotas = rotas;
        this.absences = absences;
        this.clock = clock;
    }

    /** To whom the viewer can hand something over: who walks a round and is not away, by id and name. */
    Map<String, String> takers(Place place) {
        var away = absences.awayAsHouse(place.community().id(), clock.instant());
        var takers = new LinkedHashMap<String, String>();
        staff(place).stream()
                .filter(one -> !place.viewer().is(one.id()) && !away.containsKey(one.id()))
                .forEach(one -> takers.put(one.id().toString(), one.card().name()));
        return takers;
    }

    /** All of them with what they hold, the fullest hands first. */
    List<Colleague> of(Place place) {
        var now = clock.instant();
        var away = absences.awayAsHouse(place.community().id(), now);
        var onCall = rotas.onCallAsHouse(place.community().id(), now);
        var held = held(place, now);
        var staff = staff(place);
        return staff.stream()
                .map(one -> new Colleague(
                        one.id(),
                        one.card(),
                        one.role(),
                        held.getOrDefault(one.id(), Held.NONE).holds(),
                        held.getOrDefault(one.id(), Held.NONE).late(),
                        onCall.contains(one.id()),
                        away.containsKey(one.id()),
                        away.getOrDefault(one.id(), Optional.empty())
                                .flatMap(cover -> staff.stream()
                                        .filter(other -> other.id().equals(cover))
                                        .findFirst())
                                .map(Staff::card)
                                .orElse(null)))
                .sorted(java.util.Comparator.comparing(Colleague::holds).reversed())
                .toList();
    }

    private record Held(int holds, int late) {
        static final Held NONE = new Held(0, 0);
    }

    private Map<MemberId, Held> held(Place place, Instant now) {
        var held = new LinkedHashMap<MemberId, Held>();
        sql.sql("""
                        select holder, count(*) as holds, count(*) filter (where due_at < :now) as late from duty.duty
                        where community_id = :community and outcome is null and holder is not null and claim_until > :now
                        group by holder""")
                .param("community", place.community().id().value())
                .param("now", DutyRow.at(now))
                .query(row -> {
                    held.put(
                            new MemberId(row.getObject("holder", UUID.class)),
                            new Held(row.getInt("holds"), row.getInt("late")));
                });
        return held;
    }

    private record Staff(MemberId id, Card card, Role role) {}

    private List<Staff> staff(Place place) {
        return sql
                .sql("""
                        select b.account_id, b.role, k.name, k.face, k.picture_id
                        from community.belonging b join identity.card k on k.id = b.account_id
                        where b.community_id = :community and b.standing = 'ACTIVE' and b.role in ('MANAGER', 'MODERATOR', 'PRACTITIONER')
                        order by lower(k.name)""")
                .param("community", place.community().id().value())
                .query((row, n) -> new Staff(
                        new MemberId(row.getObject("account_id", UUID.class)),
                        Card.of(
                                row.getObject("account_id", UUID.class),
                                row.getString("name"),
                                row.getString("face"),
                                row.getObject("picture_id", UUID.class)),
                        Role.valueOf(row.getString("role"))))
                .list()
                .stream()
                .filter(one -> rounds.walks(as(place, one)))
                .toList();
    }

    /** This place as one of them stands in it, to ask what is on their round. */
    private static Place as(Place place, Staff one) {
        var viewer = new Viewer(
                one.id(),
                Status.ACTIVE,
                false,
                one.card(),
                Locale.ENGLISH,
                place.viewer().zone(),
                null,
                null);
        return new Place(
                viewer,
                place.community(),
                new Membership(
                        one.id(),
                        one.role(),
                        Membership.Standing.ACTIVE,
                        Instant.EPOCH,
                        place.community().guidelinesVersion(),
                        true,
                        ""));
    }
}
