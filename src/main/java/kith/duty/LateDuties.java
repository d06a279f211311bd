package kith.duty;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import kith.community.CommunityId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/** Marks once, every minute, what has become late; it stays open, because it is still owed. Nodes that do so at the same time share the rows. */
@Configuration
@EnableScheduling
class LateDuties {
    private static final int AT_ONCE = 500;
    private final JdbcClient sql;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LateDuties(JdbcClient sql, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 15_000)
    @Transactional
    public void mark() {
        sql.sql("""
                        update duty.duty set late_at = :now
                        where id in (
                            select id from duty.duty where outcome is null and late_at is null and due_at < :now
                            order by due_at limit :most for update skip locked)
                        returning id, community_id, kind, cause, due_at""")
                .param("now", DutyRow.at(clock.instant()))
                .param("most", AT_ONCE)
                .query((row, n) -> new DutyLate(
                        new DutyId(row.getObject("id", UUID.class)),
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getString("kind"),
                        row.getString("cause"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(events::publishEvent);
    }
}
