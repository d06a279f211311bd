package kith.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import kith.community.Absences;
import kith.community.CommunityId;
import kith.community.Place;
import kith.community.Rotas;
import kith.duty.Duties;
import kith.identity.MemberId;
import kith.practitioner.Practitioner;
import kith.practitioner.Practitioners;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could answer in a community, with all that routing goes by. */
@Component
class Candidates {
    /** Why somebody holds what was asked into their hour. */
    static final String HOUR = "HOUR";

    private final JdbcClient sql;
    private final Practitioners practitioners;
    private final Rotas rotas;
    private final Absences absences;
    private final Duties duties;

    Candidates(JdbcClient sql, Practitioners practitioners, Rotas rotas, Absences absences, Duties duties) {
        this.sql = sql;
        this.practitioners = practitioners;
        this.rotas = rotas;
        this.absences = absences;
        this.duties = duties;
    }

    /** What somebody who may answer here now was given: since their midnight, and when last. */
    private record Given(String name, int today, @Nullable Instant last) {}

    /** Locks the community's routing, so that two questions at once do not both go to whoever has room for one. */
    List<Routing.Candidate> lockedAsHouse(CommunityId community, Instant now) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('kith.advice.routing' || :community, 0))")
                .param("community", community.toString())
                .query((row, n) -> n)
                .list();
        return asHouse(community, now);
    }

    List<Routing.Candidate> asHouse(CommunityId community, Instant now) {
        var all = practitioners.inAsHouse(community, now);
        if (all.isEmpty()) {
            return List.of();
        }
        var onCall = rotas.onCallAsHouse(community, now);
        var away = absences.awayAsHouse(community, now);
        var held = duties.heldAsHouse(community, List.of(QuestionDuty.KIND, ReadingDuty.KIND), now);
        var later = later(community, now);
        var given = given(community, all, now);
        return all.stream()
                .filter(one -> given.containsKey(one.who()))
                .map(one -> {
                    var mine = Objects.requireNonNull(given.get(one.who()));
                    return new Routing.Candidate(
                            one,
                            mine.name(),
                            onCall.contains(one.who()),
                            away.containsKey(one.who()),
                            (int) held.getOrDefault(one.who(), List.of()).stream()
                                    .filter(Predicate.not(later::contains))
                                    .count(),
                            mine.today(),
                            mine.last());
                })
                .toList();
    }

    /**
     * What waits for its second reader is not its writer's to do: counted as theirs, all hands would be full and nobody could read. Nor is what was asked into an
     * hour to come.
     */
    private Set<String> later(CommunityId community, Instant now) {
        return Set.copyOf(sql.sql("""
                        select 'question:' || q.id from advice.entry e join advice.question q on q.id = e.question_id
                        where e.state = 'READING' and q.community_id = :community
                        union select 'question:' || g.question_id from advice.hour h join advice.gathered g on g.hour_id = h.id
                        where h.community_id = :community and h.ends_at > :now and h.called_off_at is null""")
                .param("community", community.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list());
    }

    /** Whether somebody who advises in a place is under their limits now. */
    boolean room(Place place, Instant now) {
        return asHouse(place.community().id(), now).stream()
                .filter(one -> one.who().equals(place.self()))
                .anyMatch(one -> !one.full());
    }

    private Map<MemberId, Given> given(CommunityId community, List<Practitioner> all, Instant now) {
        var midnights = all.stream()
                .map(one -> now.atZone(one.bounds().zone())
                        .with(LocalTime.MIDNIGHT)
                        .withZoneSameInstant(ZoneOffset.UTC)
                        .toOffsetDateTime()
                        .toString())
                .toArray(String[]::new);
        var given = new HashMap<MemberId, Given>();
        sql.sql("""
                        select c.id, c.name, (select count(*) from advice.routing r where r.practitioner = c.id and r.at >= w.midnight and r.why <> 'HOUR')::int as today,
                               (select max(r.at) from advice.routing r where r.practitioner = c.id) as last
                        from unnest(:who::uuid[], :midnights::timestamptz[]) as w (id, midnight) join identity.card c on c.id = w.id
                        join community.belonging m on m.account_id = w.id and m.community_id = :community
                        where m.standing = 'ACTIVE' and m.role = 'PRACTITIONER'""")
                .param("community", community.value())
                .param("who", all.stream().map(one -> one.who().toString()).toArray(String[]::new))
                .param("midnights", midnights)
                .query(row -> {
                    given.put(
                            new MemberId(row.getObject("id", UUID.class)),
                            new Given(row.getString("name"), row.getInt("today"), last(row)));
                });
        return given;
    }

    private static @Nullable Instant last(ResultSet row) throws SQLException {
        var at = row.getObject("last", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
