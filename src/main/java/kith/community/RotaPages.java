package kith.community;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.page.Refusals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the page of a rota together: the next two weeks, the shifts behind them, and who is away. */
@Component
class RotaPages {
    private static final int DAYS = 14;

    private final JdbcClient sql;
    private final RotaRows rows;
    private final Rotas rotas;
    private final Clock clock;

    RotaPages(JdbcClient sql, RotaRows rows, Rotas rotas, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.rotas = rotas;
        this.clock = clock;
    }

    RotaController.RotaPage page(Place place, ShiftForm shift, AbsenceForm absence, Refusals refusals) {
        Shifts.served(place);
        var now = clock.instant();
        var rota = rows.of(place.community().id(), now);
        var staff = staff(place);
        return new RotaController.RotaPage(
                place,
                days(place, rota, offers(place, now), staff, now),
                rota.shifts().stream()
                        .map(one -> new RotaController.Recurring(one, card(staff, one.who())))
                        .toList(),
                rota.absences().stream()
                        .map(one -> new RotaController.Away(
                                one,
                                card(staff, one.who()),
                                one.cover() == null ? null : card(staff, one.cover()),
                                place.viewer().is(one.who())))
                        .toList(),
                others(place, staff),
                names(staff),
                shift,
                absence,
                refusals);
    }

    ShiftForm fresh(Place place) {
        return ShiftForm.fresh(today(place), place.viewer().zone());
    }

    LocalDate today(Place place) {
        return clock.instant().atZone(place.viewer().zone()).toLocalDate();
    }

    private static List<RotaController.Day> days(
            Place place, Rota rota, Map<Rota.Turn, UUID> offers, Map<MemberId, Rotas.Seen> staff, Instant now) {
        var days = new LinkedHashMap<LocalDate, List<RotaController.Turn>>();
        for (var stint : rota.between(now, now.plus(Duration.ofDays(DAYS)))) {
            var offer = offers.get(new Rota.Turn(stint.shift(), stint.day()));
            days.computeIfAbsent(stint.from().atZone(place.viewer().zone()).toLocalDate(), day -> new ArrayList<>())
                    .add(new RotaController.Turn(
                            stint,
                            card(staff, stint.who()),
                            place.viewer().is(stint.who()) && place.viewer().is(stint.whose()),
                            offer,
                            stint.at(now)));
        }
        return days.entrySet().stream()
                .map(day -> new RotaController.Day(day.getKey(), day.getValue()))
                .toList();
    }

    /** What is offered and not yet taken. */
    private Map<Rota.Turn, UUID> offers(Place place, Instant now) {
        var offers = new LinkedHashMap<Rota.Turn, UUID>();
        sql.sql("""
                        select w.id, w.shift_id, w.day from community.swap w join community.shift s on s.id = w.shift_id
                        where s.community_id = :community and w.taken_by is null and w.day >= :day""")
                .param("community", place.community().id().value())
                .param(
                        "day",
                        now.atOffset(java.time.ZoneOffset.UTC).toLocalDate().minusDays(1))
                .query(row -> {
                    offers.put(
                            new Rota.Turn(row.getObject("shift_id", UUID.class), row.getObject("day", LocalDate.class)),
                            row.getObject("id", UUID.class));
                });
        return offers;
    }

    private Map<MemberId, Rotas.Seen> staff(Place place) {
        var ids = new HashSet<MemberId>();
        sql.sql("""
                        select account_id from community.membership
                        where community_id = :community and left_at is null and standing = 'ACTIVE' and role in ('MANAGER', 'MODERATOR', 'PRACTITIONER')""").param("community", place.community().id().value()).query(row -> {
            ids.add(new MemberId(row.getObject("account_id", UUID.class)));
        });
        return rotas.people(place.community().id(), Set.copyOf(ids));
    }

    private static Map<String, String> names(Map<MemberId, Rotas.Seen> staff) {
        var names = new LinkedHashMap<String, String>();
        staff.entrySet().stream()
                .sorted((a, b) -> a.getValue()
                        .card()
                        .name()
                        .compareToIgnoreCase(b.getValue().card().name()))
                .forEach(each -> names.put(
                        each.getKey().toString(), each.getValue().card().name()));
        return names;
    }

    private static Map<String, String> others(Place place, Map<MemberId, Rotas.Seen> staff) {
        var names = new LinkedHashMap<>(names(staff));
        names.remove(place.self().toString());
        return names;
    }

    private static Card card(Map<MemberId, Rotas.Seen> staff, MemberId who) {
        return Optional.ofNullable(staff.get(who)).map(Rotas.Seen::card).orElse(Card.NOBODY);
    }
}
