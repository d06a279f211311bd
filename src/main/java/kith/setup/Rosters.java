package kith.setup;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.community.Community;
import kith.community.CommunityId;
import kith.community.Shift;
import kith.community.Shifts;
import kith.house.House;
import kith.identity.Accounts;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.practitioner.Practitioners;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who reads along when in a demonstration house, each on their own clock: practitioners on weekdays within their hours, hosts in the evenings and at weekends; one of them goes away soon. */
@Component
class Rosters {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final JdbcClient sql;
    private final Shifts shifts;
    private final Practitioners practitioners;
    private final Accounts accounts;
    private final House house;
    private final Clock clock;

    Rosters(JdbcClient sql, Shifts shifts, Practitioners practitioners, Accounts accounts, House house, Clock clock) {
        this.sql = sql;
        this.shifts = shifts;
        this.practitioners = practitioners;
        this.accounts = accounts;
        this.house = house;
        this.clock = clock;
    }

    void plan(Community place) {
        var community = place.id();
        if (house.setting("demo.rota." + place.slug()).isPresent()) {
            return;
        }
        var hosts = those(community, "MODERATOR");
        var managers = those(community, "MANAGER");
        var weekdays = EnumSet.complementOf(EnumSet.copyOf(WEEKEND));
        practitioners
                .inAsHouse(community, clock.instant())
                .forEach(one -> one.bounds().hours().spans().stream()
                        .findFirst()
                        .ifPresentOrElse(
                                span -> shift(
                                        community,
                                        one.who(),
                                        weekdays,
                                        span.from(),
                                        span.to(),
                                        one.bounds().zone()),
                                () -> shift(community, one.who(), weekdays, 8, 18)));
        hosts.stream().limit(2).forEach(who -> shift(community, who, EnumSet.allOf(DayOfWeek.class), 18, 23));
        managers.stream().limit(1).forEach(who -> shift(community, who, WEEKEND, 10, 18));
        if (!hosts.isEmpty() && !managers.isEmpty()) {
            var zone = zone(hosts.getLast());
            var today = LocalDate.now(clock.withZone(zone));
            shifts.awayAsHouse(
                    community, hosts.getLast(), managers.getFirst(), today.plusDays(4), today.plusDays(9), zone);
        }
        house.set("demo.rota." + place.slug(), "planned");
    }

    private void shift(CommunityId community, MemberId who, Set<DayOfWeek> days, int from, int to) {
        shift(community, who, days, LocalTime.of(from, 0), LocalTime.of(to, 0), zone(who));
    }

    private void shift(
            CommunityId community, MemberId who, Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
        var since = LocalDate.now(clock.withZone(zone)).minusDays(60);
        shifts.addAsHouse(community, new Shift(Ids.next(), who, days, from, to, zone, since, null));
    }

    private ZoneId zone(MemberId who) {
        return accounts.reachAsHouse(who).map(Accounts.Reach::zone).orElse(ZoneOffset.UTC);
    }

    private List<MemberId> those(CommunityId community, String role) {
        return sql.sql(
                        "select account_id from community.belonging where community_id = :community and role = :role order by joined_at, account_id")
                .param("community", community.value())
                .param("role", role)
                .query((row, n) -> new MemberId(row.getObject("account_id", UUID.class)))
                .list();
    }
}
