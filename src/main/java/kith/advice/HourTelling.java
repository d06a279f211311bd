package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.identity.MemberId;
import kith.notification.Inbox;
import kith.notification.News;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever wanted to come that an hour begins soon, once, or that it is called off. */
@Component
class HourTelling {
    private static final int AT_ONCE = 50;

    private final JdbcClient sql;
    private final Inbox inbox;
    private final Clock clock;

    HourTelling(JdbcClient sql, Inbox inbox, Clock clock) {
        this.sql = sql;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Nodes that look at the same time leave each other the hours that they have in hand. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 35_000)
    @Transactional
    public void remind() {
        sql.sql("""
                        update advice.hour set reminded_at = :now where id in (
                            select id from advice.hour where starts_at <= :soon and starts_at > :now and reminded_at is null and called_off_at is null
                            order by starts_at limit :most for update skip locked)
                        returning id, community_id""")
                .param("now", clock.instant().atOffset(UTC))
                .param("soon", clock.instant().plus(Hour.REMINDED).atOffset(UTC))
                .param("most", AT_ONCE)
                .query((row, n) ->
                        Map.entry(row.getObject("id", UUID.class), row.getObject("community_id", UUID.class)))
                .list()
                .forEach(hour -> tell(NoticeOfHourSoon.KIND, hour.getKey(), hour.getValue(), null));
    }

    @EventListener
    void on(HourCalledOff off) {
        tell(NoticeOfHourOff.KIND, off.hour(), off.community().value(), off.by());
    }

    /** Who wants to be reminded: whoever asked or would like to hear an answer, too, until they say otherwise. */
    private void tell(String kind, UUID hour, UUID community, @Nullable MemberId by) {
        inbox.tell(List.copyOf(sql.sql("""
                        select member_id from advice.reminder where hour_id = :hour
                        union select practitioner from advice.hour where id = :hour""")
                .param("hour", hour)
                .query((row, n) -> new News(
                        kind,
                        new MemberId(row.getObject("member_id", UUID.class)),
                        community,
                        hour,
                        hour,
                        by,
                        clock.instant()))
                .list()));
    }
}
