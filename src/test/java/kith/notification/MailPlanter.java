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
        notices(owner, who, canary);
    }

    private static void notices(JdbcClient owner, MemberId who, String canary) {
        var bundle = Ids.next();
        owner.sql("""
                        insert into notification.bundle (id, account_id, thread_id, community_id, kind, last_id)
                        values (:id, :who, :id, :id, 'test', :id)""")
                .param("id", bundle)
                .param("who", who.value())
                .update();
        owner.sql("""
                        insert into notification.notice (id, bundle_id, account_id, kind, about_id, at)
                        values (:bundle, :bundle, :who, :c || '/notice', :bundle, now())""")
                .param("bundle", bundle)
                .param("who", who.value())
                .param("c", canary)
                .update();
        owner.sql("""
                        insert into notification.choice (account_id, community_id, kind, way) values (:who, :id, :c || '/choice', 'HOUSE')""")
                .param("id", bundle)
                .param("who", who.value())
                .param("c", canary)
                .update();
        owner.sql("insert into notification.wish (account_id, id) values (:who, :id)")
                .param("id", bundle)
                .param("who", who.value())
                .update();
        owner.sql("insert into notification.unreachable (account_id, address, at) values (:who, :c || '/returned', now())")
                .param("who", who.value())
                .param("c", canary)
                .update();
    }

    @Override
    public java.util.Set<String> wordless() {
        return java.util.Set.of("notification.choice.way", "notification.mail.purpose");
    }
}
