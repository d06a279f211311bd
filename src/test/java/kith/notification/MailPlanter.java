package kith.notification;

import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries in mails. */
class MailPlanter implements Planter {
    @Override
    public String module() {
        return "notification";
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        owner.sql(
                        "insert into notification.mail (id, account_id, address, locale, subject, body, html) values (:key, :id, :c, 'en', :c, :c, :c)")
                .param("key", Ids.next())
                .param("id", who.value())
                .param("c", canary)
                .update();
    }
}
