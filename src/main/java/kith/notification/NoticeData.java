package kith.notification;

import java.util.List;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was told and how they want to be told. Notices are ids and times; what they tell of is exported by its own module. */
@Component
class NoticeData implements PersonalData {
    private final JdbcClient sql;

    NoticeData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "notification";
    }

    @Override
    public Set<String> columns() {
        return PersonalRows.columns(
                "notification",
                "bundle account_id unseen silenced",
                "notice account_id kind at seen_at",
                "choice account_id kind way",
                "wish account_id mails words quiet_from quiet_to digest_day digest_hour paused_until",
                "unreachable account_id address at",
                "mail purpose");
    }

    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns(
                "notification",
                "bundle id thread_id community_id kind last_id ring_at",
                "notice id bundle_id about_id state mail_id",
                "choice community_id",
                "wish id digest_at",
                "mail bundle_id");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part(who, "notices", """
                        select n.kind, n.at, n.seen_at, not b.silenced as mails from notification.notice n
                        join notification.bundle b on b.id = n.bundle_id where n.account_id = :who order by n.id"""),
                part(who, "choices", "select kind, way from notification.choice where account_id = :who order by kind"),
                part(who, "wishes", """
                        select mails, words, quiet_from, quiet_to, digest_day, digest_hour, paused_until from notification.wish
                        where account_id = :who"""),
                part(who, "returned", "select address, at from notification.unreachable where account_id = :who"));
    }

    private Part part(MemberId who, String what, String select) {
        return PersonalRows.of(sql, who, "notification.export." + what, select);
    }

    @Override
    public void erase(MemberId who) {
        for (var table : List.of("bundle", "notice", "choice", "wish", "unreachable")) {
            sql.sql("delete from notification." + table + " where account_id = :who")
                    .param("who", who.value())
                    .update();
        }
    }
}
