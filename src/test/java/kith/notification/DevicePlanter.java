package kith.notification;

import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries in the devices on which somebody is told, with a push on its way to one. */
class DevicePlanter implements Planter {
    @Override
    public String module() {
        return "notification";
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        var device = Ids.next();
        owner.sql("""
                        insert into notification.device (id, account_id, endpoint, key, auth, name)
                        values (:id, :who, :c || '/endpoint', :c::bytea, :c::bytea, :c || '/device')""")
                .param("id", device)
                .param("who", who.value())
                .param("c", canary)
                .update();
        owner.sql(
                        "insert into notification.push (id, device_id, notice_id, next_at) values (:id, :device, :notice, now() + interval '1 day')")
                .param("id", Ids.next())
                .param("device", device)
                .param("notice", Ids.next())
                .update();
    }
}
