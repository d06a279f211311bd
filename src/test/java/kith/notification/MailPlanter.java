package kith.notification;

import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries in mails: to an account, and to its address before it was one. */
class MailPlanter implements Planter {
    @Override
    public String module() {
        return "notification";
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        owner.sql("""
                        insert into notification.mail (id, account_id, address, locale, subject, body, html, state)
                        values (:key, :id, :c || '/address', :c || '/locale', :c || '/subject', :c || '/body', :c || '/body', 'KEPT')""")
                .param("key", Ids.next())
                .param("id", who.value())
                .param("c", canary)
                .update();
        owner.sql("""
                        insert into notification.mail (id, address, locale, subject, body, html, state)
                        select :key, email, 'en', :c || '/early', '', '', 'KEPT' from identity.account where id = :id""")
                .param("key", Ids.next())
                .param("id", who.value())
                .param("c", canary)
                .update();
    }
}
