package kith.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import kith.identity.Ids;
import kith.identity.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The devices on which members want to be told, reached through the member. */
@Component
class PushDevices {
    /** More than anybody carries; the one that was added first makes room. */
    static final int MOST = 10;

    private final JdbcClient sql;

    PushDevices(JdbcClient sql) {
        this.sql = sql;
    }

    List<PushDevice> of(Viewer viewer) {
        return sql.sql("""
                        select id, name, endpoint, made_at, told_at from notification.device
                        where account_id = :who order by made_at desc, id desc limit :most""")
                .param("who", viewer.member().value())
                .param("most", MOST)
                .query(PushDevices::device)
                .list();
    }

    private static PushDevice device(ResultSet row, int n) throws SQLException {
        var told = row.getObject("told_at", OffsetDateTime.class);
        return new PushDevice(
                row.getObject("id", UUID.class),
                row.getString("name"),
                mark(row.getString("endpoint")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                told == null ? null : told.toInstant());
    }

    private static String mark(String endpoint) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(endpoint.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on the device tells this member, and nobody whom it told before. */
    @Transactional
    void add(Viewer viewer, PushDeviceForm form, String name) {
        var keys = form.keys();
        sql.sql("delete from notification.device where endpoint = :endpoint")
                .param("endpoint", form.endpoint())
                .update();
        sql.sql("""
                        insert into notification.device (id, account_id, endpoint, key, auth, name)
                        values (:id, :who, :endpoint, :key, :auth, :name) on conflict (endpoint) do nothing""")
                .param("id", Ids.next())
                .param("who", viewer.member().value())
                .param("endpoint", form.endpoint())
                .param("key", keys.key())
                .param("auth", keys.auth())
                .param("name", name)
                .update();
        sql.sql("""
                        delete from notification.device where id in (
                            select id from notification.device where account_id = :who order by made_at desc, id desc offset :most)""").param("who", viewer.member().value()).param("most", MOST).update();
    }

    /** Whether there was such a device of theirs. */
    boolean remove(Viewer viewer, UUID id) {
        return sql.sql("delete from notification.device where id = :id and account_id = :who")
                        .param("id", id)
                        .param("who", viewer.member().value())
                        .update()
                == 1;
    }
}
