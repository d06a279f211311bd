package kith.community;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rota as people change it: managers make shifts, everybody on it gives turns away, takes them and says when they are away. */
@Component
public class Shifts {
    /** More would be a plan that nobody can read. */
    private static final int MOST = 60;

    private final JdbcClient sql;
    private final Clock clock;
    private final TurnTelling telling;

    Shifts(JdbcClient sql, Clock clock, TurnTelling telling) {
        this.sql = sql;
        this.clock = clock;
        this.telling = telling;
    }

    /** Whether somebody is of those who can be on call here, and so sees the rota. */
    static boolean serves(Place place) {
        var me = place.membership();
        return place.hosts()
                || me != null && me.standing() == Membership.Standing.ACTIVE && me.role() == Role.PRACTITIONER;
    }

    static Place served(Place place) {
        if (!serves(place)) {
            throw new NotHere();
        }
        return place;
    }

    @Transactional
    Refusals add(Place place, Shift shift) {
        if (!place.manages()) {
            throw new NotHere();
        }
        return many(place)
                ? Refusals.of(Refusal.of("community.rota.many", MOST))
                : insert(place.community().id(), shift) == 0
                        ? Refusals.of(Refusal.in("who", "community.rota.who.none"))
                        : Refusals.NONE;
    }

    /** The same without anybody asking, for a demonstration house. */
    @Transactional
    public void addAsHouse(CommunityId community, Shift shift) {
        insert(community, shift);
    }

    private boolean many(Place place) {
        return sql.sql("select count(*) from community.shift where community_id = :community")
                        .param("community", place.community().id().value())
                        .query(Integer.class)
                        .single()
                >= MOST;
    }

    private int insert(CommunityId community, Shift shift) {
        return sql.sql("""
                        insert into community.shift (id, community_id, account_id, days, from_at, to_at, zone, since, until)
                        select :id, m.community_id, m.account_id, :days, :from, :to, :zone, :since, :until from community.membership m
                        where m.community_id = :community and m.account_id = :who and m.left_at is null
                          and m.role in ('MANAGER', 'MODERATOR', 'PRACTITIONER')""")
                .param("id", shift.id())
                .param("community", community.value())
                .param("who", shift.who().value())
                .param("days", Shift.bits(shift.days()))
                .param("from", shift.from())
                .param("to", shift.to())
                .param("zone", shift.zone().getId())
                .param("since", shift.since())
                .param("until", shift.until(), Types.DATE)
                .update();
    }

    @Transactional
    void remove(Place place, UUID shift) {
        if (!place.manages()) {
            throw new NotHere();
        }
        changed(sql.sql("delete from community.shift where id = :id and community_id = :community")
                .param("id", shift)
                .param("community", place.community().id().value())
                .update());
    }

    /** Offers one's own turn to the others; it stays one's own until somebody takes it. */
    @Transactional
    void offer(Place place, UUID shift, LocalDate day) {
        var swap = sql.sql("""
                        insert into community.swap (id, shift_id, day, offered_at)
                        select :id, s.id, :day, :now from community.shift s
                        where s.id = :shift and s.community_id = :community and s.account_id = :self
                        on conflict (shift_id, day) do update set offered_at = swap.offered_at returning id""")
                .param("id", Ids.next())
                .param("shift", shift)
                .param("day", day)
                .param("now", now())
                .param("community", place.community().id().value())
                .param("self", place.self().value())
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional()
                .orElseThrow(NotHere::new);
        telling.offered(place, swap, clock.instant());
    }

    /** Takes a turn that is offered; of two who try, one has it, and the other hears so. */
    @Transactional
    Refusals take(Place place, UUID swap) {
        var taken = sql.sql("""
                        update community.swap w set taken_by = :self, taken_at = :now from community.shift s
                        where w.id = :id and s.id = w.shift_id and s.community_id = :community and s.account_id <> :self and w.taken_by is null""")
                .param("id", swap)
                .param("now", now())
                .param("community", place.community().id().value())
                .param("self", served(place).self().value())
                .update();
        if (taken == 0) {
            return Refusals.of(Refusal.of("community.rota.swap.gone"));
        }
        telling.taken(place, swap, clock.instant());
        return Refusals.NONE;
    }

    /** Keeps an offered turn after all; what somebody took stays theirs. */
    @Transactional
    void keep(Place place, UUID swap) {
        sql.sql("""
                        delete from community.swap w using community.shift s
                        where w.id = :id and s.id = w.shift_id and s.community_id = :community and s.account_id = :self and w.taken_by is null""")
                .param("id", swap)
                .param("community", place.community().id().value())
                .param("self", place.self().value())
                .update();
    }

    /** The viewer is away from the beginning of one day to the end of another, in their zone. */
    @Transactional
    Refusals away(Place place, MemberId cover, LocalDate from, LocalDate to) {
        return awayAsHouse(
                                place.community().id(),
                                served(place).self(),
                                cover,
                                from,
                                to,
                                place.viewer().zone())
                        == 1
                ? Refusals.NONE
                : Refusals.of(Refusal.in("cover", "community.rota.cover.none"));
    }

    @Transactional
    public int awayAsHouse(
            CommunityId community, MemberId who, MemberId cover, LocalDate from, LocalDate to, ZoneId zone) {
        var alone = cover.equals(who);
        return sql.sql("""
                        insert into community.absence (id, community_id, account_id, from_day, to_day, begins, ends, cover)
                        select :id, :community, :who, :from, :to, :begins, :ends, cast(:cover as uuid)
                        where cast(:cover as uuid) is null or exists (select from community.membership m
                            where m.community_id = :community and m.account_id = cast(:cover as uuid) and m.left_at is null and m.standing = 'ACTIVE'
                              and m.role in ('MANAGER', 'MODERATOR', 'PRACTITIONER'))""")
                .param("id", Ids.next())
                .param("community", community.value())
                .param("who", who.value())
                .param("from", from)
                .param("to", to)
                .param("begins", from.atStartOfDay(zone).toOffsetDateTime())
                .param("ends", to.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .param("cover", alone ? null : cover.value(), Types.OTHER)
                .update();
    }

    /** Is back, or never goes. */
    @Transactional
    void back(Place place, UUID absence) {
        changed(sql.sql(
                        "delete from community.absence where id = :id and community_id = :community and account_id = :self")
                .param("id", absence)
                .param("community", place.community().id().value())
                .param("self", place.self().value())
                .update());
    }

    /** Whoever leaves is on no rota, and covers for nobody. */
    @EventListener
    void on(MemberLeft left) {
        for (var step : java.util.List.of(
                "delete from community.shift where community_id = :community and account_id = :who",
                "delete from community.absence where community_id = :community and account_id = :who",
                "update community.absence set cover = null where community_id = :community and cover = :who",
                "delete from community.swap w using community.shift s where s.id = w.shift_id and s.community_id = :community and w.taken_by = :who")) {
            sql.sql(step)
                    .param("community", left.community().value())
                    .param("who", left.member().value())
                    .update();
        }
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new NotHere();
        }
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
