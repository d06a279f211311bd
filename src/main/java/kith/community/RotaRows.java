package kith.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rota of a community as the tables keep it; only of those who still look after people here. */
@Component
class RotaRows {
    private static final String SERVES = """
            exists (select from community.membership m where m.community_id = x.community_id and m.account_id = x.account_id and m.left_at is null
                and m.standing = 'ACTIVE' and m.role in ('MANAGER', 'MODERATOR', 'PRACTITIONER'))
            """;

    private final JdbcClient sql;

    RotaRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is needed to say who is on call from some time on. */
    Rota of(CommunityId community, Instant from) {
        return planned(community, from).orElseGet(() -> new Rota(List.of(), Map.of(), absences(community, from)));
    }

    /** The same where there are shifts at all; where there are none, that is one question. */
    Optional<Rota> planned(CommunityId community, Instant from) {
        var shifts = shifts(community, from);
        return shifts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rota(shifts, swaps(community, from), absences(community, from)));
    }

    List<Shift> shifts(CommunityId community, Instant from) {
        return sql.sql("""
                        select x.* from community.shift x
                        where x.community_id = :community and (x.until is null or x.until >= :day) and\s""" + SERVES + "order by x.from_at, x.id")
                .param("community", community.value())
                .param("day", yesterday(from))
                .query((row, n) -> shift(row))
                .list();
    }

    List<Absence> absences(CommunityId community, Instant from) {
        return sql.sql("""
                        select x.* from community.absence x where x.community_id = :community and x.ends > :from and\s""" + SERVES + "order by x.begins, x.id")
                .param("community", community.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((row, n) -> absence(row))
                .list();
    }

    private Map<Rota.Turn, Optional<MemberId>> swaps(CommunityId community, Instant from) {
        var swaps = new HashMap<Rota.Turn, Optional<MemberId>>();
        sql.sql("""
                        select w.shift_id, w.day, w.taken_by from community.swap w join community.shift s on s.id = w.shift_id
                        where s.community_id = :community and w.day >= :day""")
                .param("community", community.value())
                .param("day", yesterday(from))
                .query(row -> {
                    swaps.put(
                            new Rota.Turn(row.getObject("shift_id", UUID.class), row.getObject("day", LocalDate.class)),
                            Optional.ofNullable(row.getObject("taken_by", UUID.class))
                                    .map(MemberId::new));
                });
        return swaps;
    }

    /** A turn of yesterday may still last, in any zone. */
    private static LocalDate yesterday(Instant from) {
        return from.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(2);
    }

    static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("account_id", UUID.class)),
                Shift.days(row.getInt("days")),
                row.getObject("from_at", LocalTime.class),
                row.getObject("to_at", LocalTime.class),
                ZoneId.of(row.getString("zone")),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }

    static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("account_id", UUID.class)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getObject("begins", OffsetDateTime.class).toInstant(),
                row.getObject("ends", OffsetDateTime.class).toInstant(),
                member(row.getObject("cover", UUID.class)));
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }
}
