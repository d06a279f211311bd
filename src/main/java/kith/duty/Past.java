package kith.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kith.community.CommunityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How promises were kept: of all that ended in the last days, and of what is late and still open, which is not kept. One query over an index of 90 days.
 */
@Component
class Past {
    /** Fewer would say something about single people. */
    static final int FEWEST = 11;

    static final List<Integer> DAYS = List.of(7, 30, 90);

    private final JdbcClient sql;
    private final Rounds rounds;
    private final Clock clock;

    Past(JdbcClient sql, Rounds rounds, Clock clock) {
        this.sql = sql;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** What became of one promise in so many days; {@code median} and {@code most} (nine of ten) are elapsed time from opening to the act. */
    public record Figure(Promise promise, int days, int cases, int kept, Duration median, Duration most) {
        public boolean enough() {
            return cases >= FEWEST;
        }

        public int percent() {
            return kept * 100 / cases;
        }
    }

    Map<Promise, List<Figure>> of(CommunityId community) {
        var keeps = rounds.promises().values().stream().flatMap(List::stream).toList();
        var figures = keeps.isEmpty() ? List.<Figure>of() : figures(community, keeps);
        return figures.stream().collect(Collectors.groupingBy(Figure::promise));
    }

    private List<Figure> figures(CommunityId community, List<Rounds.Kept> keeps) {
        return sql.sql("""
                        with keeps as (
                            select * from unnest(cast(:promises as text[]), cast(:kinds as text[]), cast(:risks as text[])) as k (promise, kind, risk)),
                        past as (
                            select kind, risk, ended_at as at, outcome = 'MET' as kept, greatest(extract(epoch from ended_at - opened_at), 0) as took from duty.duty
                            where community_id = :community and outcome in ('MET', 'MISSED')
                              and ended_at > cast(:now as timestamptz) - interval '90 days' and ended_at <= :now
                            union all
                            select kind, risk, due_at, false, null from duty.duty
                            where community_id = :community and outcome is null and due_at < :now
                              and due_at > cast(:now as timestamptz) - interval '90 days')
                        select k.promise, w.days, count(*) as cases, count(*) filter (where p.kept) as kept,
                               coalesce(percentile_cont(0.5) within group (order by p.took), 0) as median,
                               coalesce(percentile_cont(0.9) within group (order by p.took), 0) as most
                        from past p join keeps k on k.kind = p.kind and k.risk = p.risk
                        join (values (7), (30), (90)) as w (days) on p.at > cast(:now as timestamptz) - w.days * interval '1 day'
                        group by k.promise, w.days order by k.promise, w.days""")
                .param("community", community.value())
                .param("now", DutyRow.at(clock.instant()))
                .param("promises", keeps.stream().map(k -> k.promise().name()).toArray(String[]::new))
                .param("kinds", keeps.stream().map(Rounds.Kept::kind).toArray(String[]::new))
                .param("risks", keeps.stream().map(k -> k.risk().name()).toArray(String[]::new))
                .query((row, n) -> figure(row))
                .list();
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                Promise.valueOf(row.getString("promise")),
                row.getInt("days"),
                row.getInt("cases"),
                row.getInt("kept"),
                Duration.ofSeconds(row.getLong("median")),
                Duration.ofSeconds(row.getLong("most")));
    }
}
