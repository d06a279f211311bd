package kith.practitioner;

import java.time.ZoneId;
import java.util.Optional;
import kith.community.CommunityId;
import kith.community.Place;
import kith.identity.MemberId;
import kith.page.NotHere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What practitioners wrote down about their limits; each writes their own. */
@Component
class Bounds {
    private final JdbcClient sql;
    private final Credentials credentials;

    Bounds(JdbcClient sql, Credentials credentials) {
        this.sql = sql;
        this.credentials = credentials;
    }

    Boundaries of(Place place) {
        var community = place.community().id();
        if (!place.member() || credentials.ofAsHouse(community, place.self()).isEmpty()) {
            throw new NotHere();
        }
        return find(community, place.self())
                .orElseGet(() -> Boundaries.usual(zone(place.viewer().zone())));
    }

    /** One that a form can name. */
    private static ZoneId zone(ZoneId zone) {
        return ZoneId.getAvailableZoneIds().contains(zone.getId()) ? zone : ZoneId.of("UTC");
    }

    private Optional<Boundaries> find(CommunityId community, MemberId who) {
        return sql.sql("select * from practitioner.boundaries where community_id = :community and member_id = :who")
                .param("community", community.value())
                .param("who", who.value())
                .query((row, n) -> PractitionerRows.boundaries(row))
                .optional();
    }

    void keepAsHouse(CommunityId community, MemberId who, Boundaries bounds) {
        sql.sql("""
                        insert into practitioner.boundaries as b (community_id, member_id, zone, hours, daily, open, declined, starts_private, off_duty)
                        values (:community, :who, :zone, cast(:hours as text[]), :daily, :open, cast(:declined as text[]), :private, :off)
                        on conflict (community_id, member_id) do update set zone = excluded.zone, hours = excluded.hours, daily = excluded.daily,
                            open = excluded.open, declined = excluded.declined, starts_private = excluded.starts_private, off_duty = excluded.off_duty""")
                .param("community", community.value())
                .param("who", who.value())
                .param("zone", bounds.zone().getId())
                .param("hours", PractitionerRows.array(bounds.hours().spans()))
                .param("daily", bounds.daily())
                .param("open", bounds.open())
                .param("declined", PractitionerRows.array(bounds.declined()))
                .param("private", bounds.startsPrivate())
                .param("off", bounds.offDuty())
                .update();
    }
}
