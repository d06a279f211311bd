package kith.practitioner;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import kith.community.CommunityId;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Practitioners who move in with their community, or whom somebody imagined: how they were checked elsewhere is not known here. */
@Component
public class ArrivingPractitioners {
    private final JdbcClient sql;
    private final Bounds bounds;
    private final Expiries expiries;
    private final Applications applications;

    ArrivingPractitioners(JdbcClient sql, Bounds bounds, Expiries expiries, Applications applications) {
        this.sql = sql;
        this.bounds = bounds;
        this.expiries = expiries;
        this.applications = applications;
    }

    /** As what somebody comes, when that was checked, and until when it is believed here. */
    public record Arrival(MemberId who, String profession, LocalDate checked, LocalDate until) {}

    /** Whoever has a credential keeps it as it is. */
    @Transactional
    public void arriveAsHouse(CommunityId community, Arrival arrival) {
        sql.sql("""
                        insert into practitioner.credential (id, community_id, member_id, profession, register, number, jurisdiction, scope, sentence,
                            languages, checked_on, valid_until, ends_at)
                        values (:id, :community, :who, :profession, 'other', '', '', '{}', '', '{en}', :checked, :until, :ends)
                        on conflict (community_id, member_id) where ended_at is null do nothing""")
                .params(Map.of(
                        "id", Ids.next(),
                        "community", community.value(),
                        "who", arrival.who().value(),
                        "profession", arrival.profession(),
                        "checked", arrival.checked(),
                        "until", arrival.until(),
                        "ends",
                                arrival.until()
                                        .plusDays(1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toOffsetDateTime()))
                .update();
    }

    /** What one of them said about their hours and limits. */
    @Transactional
    public void boundAsHouse(CommunityId community, MemberId who, Boundaries said) {
        bounds.keepAsHouse(community, who, said);
    }

    /** Lets somebody's run out on a day, and opens what is owed then. */
    @Transactional
    public void untilAsHouse(CommunityId community, MemberId who, LocalDate day) {
        sql.sql("""
                        update practitioner.credential set valid_until = :day, ends_at = :ends
                        where community_id = :community and member_id = :who and ended_at is null""")
                .params(Map.of(
                        "day", day,
                        "ends", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toOffsetDateTime(),
                        "community", community.value(),
                        "who", who.value()))
                .update();
        expiries.rememberAsHouse();
    }

    /** Somebody who asked and waits for a manager. */
    @Transactional
    public void askAsHouse(CommunityId community, Arrival arrival) {
        var id = Ids.next();
        sql.sql("""
                        insert into practitioner.application (id, community_id, member_id, sent_by, profession, register, number, jurisdiction, scope,
                            sentence, languages, valid_until, state, sent_at)
                        values (:id, :community, :who, :who, :profession, 'pbnz', '70-00000', 'New Zealand', '{}',
                            'Moving with pain, pacing, getting back to work', '{en}', :until, 'WAITING', now())
                        on conflict (community_id, member_id) where state in ('WAITING', 'CHECKED') do nothing""")
                .params(Map.of(
                        "id", id,
                        "community", community.value(),
                        "who", arrival.who().value(),
                        "profession", arrival.profession(),
                        "until", arrival.until()))
                .update();
        applications.oweAsHouse(community, id, arrival.who());
    }

    /** Without sections that are declined, and with no private threads begun by members. */
    public static Boundaries usual(ZoneId zone, Hours hours, String offDuty) {
        return new Boundaries(zone, hours, Boundaries.DAILY, Boundaries.OPEN, Set.of(), true, offDuty);
    }
}
