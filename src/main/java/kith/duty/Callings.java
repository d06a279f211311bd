package kith.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.notification.Inbox;
import kith.notification.News;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told of a duty at which stage, each once; its notice is written in the same transaction. */
@Component
class Callings {
    /** The stage of what was handed to somebody. */
    static final String HANDED = "HANDED";

    private final JdbcClient sql;
    private final Inbox inbox;
    private final Clock clock;

    Callings(JdbcClient sql, Inbox inbox, Clock clock) {
        this.sql = sql;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** To tell one member of one duty. */
    record Wanted(Duty duty, String stage, MemberId to) {}

    /** What was told: of which duty, at which stage. */
    record Telling(UUID id, DutyId duty, String stage) {}

    void tell(List<Wanted> wanted, Instant now) {
        inbox.tell(wanted.stream()
                .flatMap(one -> note(one.duty().id(), one.stage(), one.to(), now)
                        .map(id -> new News(
                                NoticeOfDuty.KIND,
                                one.to(),
                                one.duty().community().value(),
                                one.duty().id().value(),
                                id,
                                null,
                                now))
                        .stream())
                .toList());
    }

    @EventListener
    void on(DutyHanded handed) {
        var now = clock.instant();
        note(handed.duty(), HANDED, handed.to(), now)
                .ifPresent(id -> inbox.tell(List.of(new News(
                        NoticeOfDuty.KIND,
                        handed.to(),
                        handed.community().value(),
                        handed.duty().value(),
                        id,
                        handed.by(),
                        now))));
    }

    /** The id of the telling, or nothing where they were told before. */
    private Optional<UUID> note(DutyId duty, String stage, MemberId to, Instant now) {
        return sql.sql("""
                        insert into duty.telling (id, duty_id, stage, account_id, at) values (:id, :duty, :stage, :to, :now)
                        on conflict do nothing returning id""")
                .param("id", Ids.next())
                .param("duty", duty.value())
                .param("stage", stage)
                .param("to", to.value())
                .param("now", DutyRow.at(now))
                .query(UUID.class)
                .optional();
    }

    Map<UUID, Telling> to(MemberId reader, Collection<UUID> ids) {
        return sql
                .sql("select id, duty_id, stage from duty.telling where id in (:ids) and account_id = :reader")
                .param("ids", ids)
                .param("reader", reader.value())
                .query((row, n) -> telling(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Telling::id, each -> each));
    }

    private static Telling telling(ResultSet row) throws SQLException {
        return new Telling(
                row.getObject("id", UUID.class),
                new DutyId(row.getObject("duty_id", UUID.class)),
                row.getString("stage"));
    }
}
