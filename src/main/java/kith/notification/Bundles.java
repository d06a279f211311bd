package kith.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.identity.MemberId;
import kith.identity.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices of members by topic, as the house itself works with them: when the bell is due, what it tells, what is told. */
@Component
class Bundles {
    private static final int AT_ONCE = 20;
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final JdbcClient sql;
    private final Clock clock;

    Bundles(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Some whose time has come, claimed for five minutes, so that two nodes never ring for one and one that dies leaves its own to the other. */
    List<UUID> due() {
        return sql.sql("""
                        update notification.bundle set ring_at = :later
                        where id in (select id from notification.bundle where ring_at <= :now order by ring_at limit :most for update skip locked)
                        returning id""")
                .param("later", at(clock.instant().plus(CLAIM)))
                .param("now", at(clock.instant()))
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
    }

    /** Locks one that still waits to be rung; nothing where its topic was read meanwhile. */
    Optional<Bundle> waiting(UUID id) {
        return sql.sql("select * from notification.bundle where id = :id and ring_at is not null for update")
                .param("id", id)
                .query(Bundles::bundle)
                .optional();
    }

    /** One that a mail of the house names. */
    Optional<Bundle> bundle(UUID id) {
        return sql.sql("select * from notification.bundle where id = :id")
                .param("id", id)
                .query(Bundles::bundle)
                .optional();
    }

    /** Their own, for a page of theirs. */
    Optional<Bundle> find(Viewer viewer, UUID id) {
        return bundle(id).filter(bundle -> viewer.is(bundle.who()));
    }

    void ringAt(UUID id, @Nullable Instant when) {
        sql.sql("update notification.bundle set ring_at = cast(:at as timestamptz) where id = :id")
                .param("at", when == null ? null : at(when))
                .param("id", id)
                .update();
    }

    /** No mails of this topic any more, or again. */
    void silence(UUID id, boolean silenced) {
        sql.sql("update notification.bundle set silenced = :silenced where id = :id")
                .param("silenced", silenced)
                .param("id", id)
                .update();
    }

    /** What is new in one, unread and not told yet, the oldest first. */
    List<Notice> fresh(Bundle bundle) {
        return notices("bundle_id = :of and state = 'NEW' and seen_at is null order by id limit 200", bundle.id());
    }

    /** What waits for somebody's digest, unread, the newest first. */
    List<Notice> digest(MemberId who) {
        return notices(
                "account_id = :of and state = 'DIGEST' and seen_at is null and not exists (select from notification.bundle b where b.id = bundle_id and b.silenced) order by id desc limit 100",
                who.value());
    }

    /** What a mail is to tell and was not read meanwhile. */
    List<Notice> mailed(UUID mail) {
        return notices("mail_id = :of and seen_at is null order by id", mail);
    }

    private List<Notice> notices(String where, UUID of) {
        return sql.sql("select id, bundle_id, kind, about_id from notification.notice where " + where)
                .param("of", of)
                .query((row, n) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getObject("bundle_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("about_id", UUID.class)))
                .list();
    }

    /** Notes how notices go on: told ({@code DONE}, with the mail that tells them) or waiting for the digest. */
    void settle(Collection<Notice> notices, String state, @Nullable UUID mail) {
        if (!notices.isEmpty()) {
            sql.sql("update notification.notice set state = :state, mail_id = cast(:mail as uuid) where id = any(:ids::uuid[])")
                    .param("state", state)
                    .param("mail", mail == null ? null : mail.toString())
                    .param("ids", notices.stream().map(one -> one.id().toString()).toArray(String[]::new))
                    .update();
        }
    }

    private static java.time.OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }

    private static Bundle bundle(ResultSet row, int number) throws SQLException {
        return new Bundle(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("account_id", UUID.class)),
                row.getObject("thread_id", UUID.class),
                row.getObject("community_id", UUID.class),
                row.getString("kind"),
                row.getBoolean("silenced"));
    }
}
