package kith.community;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members who arrive together: a community that moves in from elsewhere, or the cast of a demo house. */
@Component
public class Gatherings {
    /**
     * Somebody who arrives: as what, since when, with which words about themselves and which answers. Who is {@code settled} has seen the guidelines and the
     * first steps already; anybody else meets them when they come by for the first time.
     */
    public record Arrival(
            MemberId member,
            Role role,
            Instant since,
            boolean settled,
            String profession,
            String about,
            List<Told> told) {}

    private final JdbcClient sql;

    private final Tellings tellings;

    Gatherings(JdbcClient sql, Tellings tellings) {
        this.sql = sql;
        this.tellings = tellings;
    }

    /** Makes all of them members, without events; whoever is one already keeps role and time. */
    @Transactional
    public void arriveAsHouse(CommunityId community, List<Arrival> arrivals) {
        sql.sql("""
                        insert into community.membership
                            (community_id, account_id, role, joined_at, guidelines, onboarded, step, profession, about, checked_at)
                        select :community, a.member, a.role, a.since, case when a.settled then c.guidelines_version else 0 end, a.settled,
                               case when a.settled then 3 else 1 end, a.profession, a.about,
                               case when a.role = 'PRACTITIONER' then a.since end
                        from unnest(:members::uuid[], :roles::text[], :since::timestamptz[], :settled::boolean[], :professions::text[], :abouts::text[])
                                 as a (member, role, since, settled, profession, about)
                        join community.community c on c.id = :community
                        on conflict (community_id, account_id) do nothing
                        """)
                .param("community", community.value())
                .param(
                        "members",
                        arrivals.stream().map(a -> a.member().toString()).toArray(String[]::new))
                .param("roles", arrivals.stream().map(a -> a.role().name()).toArray(String[]::new))
                .param(
                        "since",
                        arrivals.stream()
                                .map(a -> a.since().atOffset(ZoneOffset.UTC).toString())
                                .toArray(String[]::new))
                .param("settled", arrivals.stream().map(Arrival::settled).toArray(Boolean[]::new))
                .param("professions", arrivals.stream().map(Arrival::profession).toArray(String[]::new))
                .param("abouts", arrivals.stream().map(Arrival::about).toArray(String[]::new))
                .update();
        for (var arrival : arrivals) {
            arrival.told().forEach(told -> tellings.keepAsHouse(community, arrival.member(), told));
        }
    }
}
