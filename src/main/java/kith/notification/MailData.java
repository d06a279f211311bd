package kith.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails to a person that the house still knows of. An export has their text without their links, which would let a finder in. */
@Component
class MailData implements PersonalData {
    private final JdbcClient sql;

    MailData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "notification";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "notification.mail.account_id",
                "notification.mail.address",
                "notification.mail.locale",
                "notification.mail.subject",
                "notification.mail.body",
                "notification.mail.html",
                "notification.mail.made_at",
                "notification.mail.sent_at",
                "notification.mail.state");
    }

    @Override
    public Set<String> notPersonal() {
        return Set.of("notification.mail.id", "notification.mail.tries", "notification.mail.next_at");
    }

    @Override
    public List<Part> export(MemberId who) {
        var rows = sql.sql("""
                        select made_at, sent_at, state, locale, address, subject, regexp_replace(body, 'https?://\\S+', '…', 'g') as text
                        from notification.mail where account_id = :id order by id""").param("id", who.value()).query().listOfRows().stream()
                .<Map<String, @Nullable Object>>map(LinkedHashMap::new)
                .toList();
        return List.of(new Part("notification.export.mails", rows));
    }

    @Override
    public void erase(MemberId who) {
        sql.sql("delete from notification.mail where account_id = :id")
                .param("id", who.value())
                .update();
    }
}
