package kith.community;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.identity.MemberId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, and who covers. */
@Component
public class Absences {
    private static final int AT_ONCE = 200;

    private final JdbcClient sql;
    private final RotaRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absences(JdbcClient sql, RotaRows rows, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** Who is away at some time, and who is there for them; nobody where the cover is away, too. */
    public Map<MemberId, Optional<MemberId>> awayAsHouse(CommunityId community, Instant at) {
        return new Rota(java.util.List.of(), Map.of(), rows.absences(community, at)).away(at);
    }

    /** Tells once that an absence has begun; nodes that do so at the same time share the rows. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    @Transactional
    public void begin() {
        var now = clock.instant();
        sql.sql("""
                        update community.absence set told_at = :now
                        where id in (select id from community.absence where told_at is null and begins <= :now
                            order by begins limit :most for update skip locked)
                        returning *""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query((row, n) ->
                        Map.entry(new CommunityId(row.getObject("community_id", UUID.class)), RotaRows.absence(row)))
                .list()
                .forEach(each -> events.publishEvent(new MemberAway(
                        each.getKey(), each.getValue().who(), each.getValue().cover(), now)));
    }
}
