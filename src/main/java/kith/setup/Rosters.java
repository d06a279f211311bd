package kith.setup;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.community.CommunityId;
import kith.community.Shift;
import kith.community.Shifts;
import kith.house.House;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who reads along when in a demonstration house: practitioners on weekdays, hosts in the evenings and at weekends; one of them goes away soon. */
@Component
class Rosters {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final JdbcClient sql;
    private final Shifts shifts;
    private final House house;
    private final Clock clock;

    Rosters(JdbcClient sql, Shifts shifts, House house, Clock clock) {
        this.sql = sql;
        this.shifts = shifts;
        this.house = house;
        this.clock = clock;
    }

    void plan(String slug, CommunityId community) {
        if (house.setting("demo.rota." + slug).isPresent()) {
            return;
        }
        var today = clock.instant().atZone(ZONE).toLocalDate();
        var practitioners = those(community, "PRACTITIONER");
        var hosts = those(community, "MODERATOR");
        var managers = those(community, "MANAGER");
        practitioners.stream()
                .limit(2)
                .forEach(who -> shift(community, who, EnumSet.complementOf(EnumSet.copyOf(WEEKEND)), 8, 18, today));
        hosts.stream().limit(2).forEach(who -> shift(community, who, EnumSet.allOf(DayOfWeek.class), 18, 23, today));
        managers.stream().limit(1).forEach(who -> shift(community, who, WEEKEND, 10, 18, today));
        if (!hosts.isEmpty() && !managers.isEmpty()) {
            shifts.awayAsHouse(
                    community, hosts.getLast(), managers.getFirst(), today.plusDays(4), today.plusDays(9), ZONE);
        }
        house.set("demo.rota." + slug, "planned");
    }

    private void shift(CommunityId community, MemberId who, Set<DayOfWeek> days, int from, int to, LocalDate today) {
        shifts.addAsHouse(
                community,
                new Shift(
                        Ids.next(),
                        who,
                        days,
                        LocalTime.of(from, 0),
                        LocalTime.of(to, 0),
                        ZONE,
                        today.minusDays(60),
                        null));
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
