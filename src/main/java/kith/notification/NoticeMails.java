package kith.notification;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import kith.identity.Accounts;
import kith.identity.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts mails of notices on their way, without words: those are made when a mail is handed in, from what is still unread and may still be seen then. */
@Component
class NoticeMails {
    private final JdbcClient sql;
    private final Clock clock;

    NoticeMails(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    UUID ofTopic(Bundle bundle, Accounts.Reach reach) {
        return add(Waiting.Purpose.NOTICES, bundle.id(), reach);
    }

    UUID digest(Accounts.Reach reach) {
        return add(Waiting.Purpose.DIGEST, null, reach);
    }

    private UUID add(Waiting.Purpose purpose, @Nullable UUID bundle, Accounts.Reach reach) {
        var id = Ids.next();
        sql.sql("""
                        insert into notification.mail (id, account_id, purpose, bundle_id, address, locale, subject, body, html, made_at, next_at)
                        values (:id, :who, :purpose, cast(:bundle as uuid), :address, :locale, '', '', '', :now, :now)""")
                .param("id", id)
                .param("who", reach.id().value())
                .param("purpose", purpose.name())
                .param("bundle", bundle == null ? null : bundle.toString())
                .param("address", reach.email())
                .param("locale", reach.locale().toLanguageTag())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
