package kith.practitioner;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Risk;
import kith.notification.Inbox;
import kith.notification.News;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/**
 * A month before a credential runs out its practitioner is told and a manager owes them a look. Nothing here takes a mark away: that is read from the credential
 * whenever it is shown or written under.
 */
@Configuration
@EnableScheduling
class Expiries {
    static final Duration AHEAD = Duration.ofDays(30);

    private final JdbcClient sql;
    private final Credentials credentials;
    private final Duties duties;
    private final Inbox inbox;
    private final Clock clock;

    Expiries(JdbcClient sql, Credentials credentials, Duties duties, Inbox inbox, Clock clock) {
        this.sql = sql;
        this.credentials = credentials;
        this.duties = duties;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Another for each day until which it counts, so that a renewed one is looked at again in its time. */
    static String cause(Credential credential) {
        return ExpiryDuty.KIND + ":" + credential.id() + "/"
                + credential.wanted().until();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 20_000)
    @Transactional
    public void look() {
        owe();
        inbox.tell(due().stream().map(Expiries::news).toList());
    }

    /** The same for days that nobody lived: told in the house alone. */
    void rememberAsHouse() {
        owe();
        inbox.recallAsHouse(due().stream().map(Expiries::news).toList(), one -> false);
    }

    private void owe() {
        var now = clock.instant();
        due().forEach(credential -> duties.open(new NewDuty(
                credential.community(),
                ExpiryDuty.KIND,
                cause(credential),
                Risk.ROUTINE,
                credential.who(),
                credential.who(),
                "/credentials/" + credential.id(),
                credential.ends().minus(AHEAD),
                credential.ends().isBefore(now) ? now.plus(Applications.TIME) : credential.ends())));
    }

    /** Nobody is told twice, because a notice about the same thing is the same notice. */
    private static News news(Credential credential) {
        return new News(
                NoticeOfExpiry.KIND,
                credential.who(),
                credential.community().value(),
                NoticeOfExpiry.about(credential),
                NoticeOfExpiry.about(credential),
                null,
                credential.ends().minus(AHEAD));
    }

    private List<Credential> due() {
        return sql.sql(
                        "select * from practitioner.credential where ended_at is null and ends_at < :soon order by ends_at limit 500")
                .param("soon", clock.instant().plus(AHEAD).atOffset(ZoneOffset.UTC))
                .query((row, n) -> credentials.read(row))
                .list();
    }
}
