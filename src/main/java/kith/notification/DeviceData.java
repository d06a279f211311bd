package kith.notification;

import java.util.List;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The devices on which a person is told. An export leaves out the keys, which only the device and the house need. */
@Component
class DeviceData implements PersonalData {
    private final JdbcClient sql;

    DeviceData(JdbcClient sql) {
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
                "device id account_id endpoint key auth name made_at told_at",
                "push device_id notice_id made_at");
    }

    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns("notification", "push id tries next_at", "heard mark at");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(PersonalRows.of(sql, who, "notification.export.devices", """
                select made_at, told_at, name, endpoint from notification.device where account_id = :who order by made_at, id"""));
    }

    @Override
    public void erase(MemberId who) {
        sql.sql("delete from notification.device where account_id = :who")
                .param("who", who.value())
                .update();
    }
}
