package kith.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kith.audit.AuditLog;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the operator may do about an account: see that it is there, and keep its owner out for a reason that they are told. */
@Component
class Suspensions {
    private static final int PAGE = 40;

    private final JdbcClient sql;
    private final Sessions sessions;
    private final Links links;
    private final Accounts accounts;
    private final Letters letters;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Suspensions(
            JdbcClient sql,
            Sessions sessions,
            Links links,
            Accounts accounts,
            Letters letters,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.sessions = sessions;
        this.links = links;
        this.accounts = accounts;
        this.letters = letters;
        this.audit = audit;
        this.events = events;
    }

    /** An account as the operator sees it: without its e-mail address. */
    public record Line(UUID id, Card card, Status status, boolean operator, Instant since, String reason) {}

    /** All accounts that are not erased, the newest first, or those whose name begins so. */
    Slice<Line> list(String name, @Nullable UUID after) {
        List<Line> rows = sql.sql("""
                        select id, name, face, picture_id, status, operator, created_at, coalesce(suspended_reason, '') as reason from identity.account
                        where status <> 'ERASED' and (:key = '' or name_key like :key || '%')
                          and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc limit :most""")
                .param("key", name.isBlank() ? "" : DisplayName.of(name).key().replaceAll("[%_\\\\]", ""))
                .param("after", after == null ? null : after.toString())
                .param("most", PAGE + 1)
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        Card.of(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("face"),
                                row.getObject("picture_id", UUID.class)),
                        Status.valueOf(row.getString("status")),
                        row.getBoolean("operator"),
                        Rows.instant(row, "created_at"),
                        row.getString("reason")))
                .list();
        return Slice.of(rows, PAGE, line -> line.id().toString());
    }

    /** Keeps somebody out from this moment on; never an operator, who would have to be made a member first. */
    @Transactional
    public boolean suspend(Viewer viewer, MemberId who, String reason) {
        var done = sql.sql("""
                        update identity.account set status = 'SUSPENDED', suspended_reason = :reason, suspended_at = now()
                        where id = :id and status in ('ACTIVE', 'UNCONFIRMED') and not operator""").param("reason", reason).param("id", who.value()).update() == 1;
        if (done) {
            sessions.endAll(who);
            links.endAll(who);
            accounts.find(who).ifPresent(account -> letters.post(account.letter("suspended", "/sign-in")));
            audit.note(viewer.member().value(), "account.suspended", "account " + who, "");
            events.publishEvent(new MemberSuspended(who));
        }
        return done;
    }

    @Transactional
    public boolean lift(Viewer viewer, MemberId who) {
        var done = sql.sql("""
                        update identity.account set status = case when confirmed_at is null then 'UNCONFIRMED' else 'ACTIVE' end,
                               suspended_reason = null, suspended_at = null
                        where id = :id and status = 'SUSPENDED'""").param("id", who.value()).update() == 1;
        if (done) {
            links.endAll(who);
            accounts.find(who).ifPresent(account -> letters.post(account.letter("unsuspended", "/sign-in")));
            audit.note(viewer.member().value(), "account.unsuspended", "account " + who, "");
        }
        return done;
    }
}
