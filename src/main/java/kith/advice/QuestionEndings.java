package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.UUID;
import kith.community.CommunityId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends, each hour, answered questions whose asker has not asked on by the day that their page named. */
@Component
class QuestionEndings {
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuestionEndings(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 90_000)
    @Transactional
    public void end() {
        sql.sql(
                        "update advice.question set state = 'ENDED' where state = 'ANSWERED' and ends_at <= :now returning id, community_id")
                .param("now", clock.instant().atOffset(UTC))
                .query((row, n) -> new QuestionTurned(
                        new QuestionId(row.getObject("id", UUID.class)),
                        new CommunityId(row.getObject("community_id", UUID.class))))
                .list()
                .forEach(events::publishEvent);
    }
}
