package kith.notification;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices that go with their posts to another topic. The rows that they leave stay: addresses in mails that were sent lead to them. */
@Component
class MovedNotices {
    /** In one order for all, so that two who change the same rows never wait for each other. */
    private static final String LOCK =
            "select id from notification.bundle where thread_id in (:from, :to) order by account_id, thread_id for update";

    private static final String GOING = """
             from notification.bundle b join notification.notice n on n.bundle_id = b.id
            where b.thread_id = :from and (:all or n.about_id = any(:abouts::uuid[]))""";

    /** A new row is as silent as the one that its notices leave. */
    private static final String ROOMS = """
            insert into notification.bundle (id, account_id, thread_id, community_id, last_id, silenced)
            select gen_random_uuid(), b.account_id, :to, b.community_id, (array_agg(n.id order by n.id desc))[1], b.silenced""" + GOING + """
             group by b.account_id, b.community_id, b.silenced order by b.account_id
            on conflict (account_id, thread_id) do update set last_id = greatest(bundle.last_id, excluded.last_id)""";

    private static final String CARRY =
            """
            update notification.notice m set bundle_id = t.id from notification.bundle t
            where m.id in (select n.id""" + GOING + ") and t.account_id = m.account_id and t.thread_id = :to returning m.account_id";

    private static final String COUNT = """
            update notification.bundle b
            set unseen = news.unseen, ring_at = case when news.waits then coalesce(b.ring_at, :ring) end
            from unnest(:who::uuid[]) w (id), notification.bundle k cross join lateral (
                select count(*) > 0 as unseen, coalesce(bool_or(n.state = 'NEW'), false) as waits
                from notification.notice n where n.bundle_id = k.id and n.seen_at is null) news
            where k.account_id = w.id and k.thread_id in (:from, :to) and b.id = k.id""";

    private final JdbcClient sql;

    MovedNotices(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the caller's transaction; gives whose inboxes changed. All that there is goes where {@code abouts} is null. */
    List<MemberId> carry(UUID from, UUID to, @Nullable Collection<UUID> abouts, OffsetDateTime ring) {
        with(LOCK, from, to).query(UUID.class).list();
        going(ROOMS, from, to, abouts).update();
        var whose =
                going(CARRY, from, to, abouts)
                        .query((row, n) -> row.getObject("account_id", UUID.class))
                        .list()
                        .stream()
                        .distinct()
                        .toList();
        with(COUNT, from, to).param("who", texts(whose)).param("ring", ring).update();
        return whose.stream().map(MemberId::new).toList();
    }

    private JdbcClient.StatementSpec going(String statement, UUID from, UUID to, @Nullable Collection<UUID> abouts) {
        return with(statement, from, to)
                .param("all", abouts == null)
                .param("abouts", texts(abouts == null ? List.of() : abouts));
    }

    private JdbcClient.StatementSpec with(String statement, UUID from, UUID to) {
        return sql.sql(statement).param("from", from).param("to", to);
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
