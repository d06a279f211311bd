package kith.notification;

import java.util.UUID;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells members on their devices what concerns them: one push a device, written in the caller's transaction and carried after the commit, at least once. */
@Component
class Pushes implements Bell {
    private final JdbcClient sql;

    Pushes(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void ring(MemberId who, UUID notice, Reach reach) {
        if (reach == Reach.CONCERNS_ME) {
            ring(who, notice);
        }
    }

    private void ring(MemberId who, UUID notice) {
        sql.sql("select id from notification.device where account_id = :who")
                .param("who", who.value())
                .query(UUID.class)
                .list()
                .forEach(device -> add(device, notice));
    }

    private void add(UUID device, UUID notice) {
        sql.sql("""
                        insert into notification.push (id, device_id, notice_id)
                        select :id, d.id, :notice from notification.device d where d.id = :device
                        on conflict (device_id, notice_id) do nothing""")
                .param("id", Ids.next())
                .param("device", device)
                .param("notice", notice)
                .update();
    }
}
