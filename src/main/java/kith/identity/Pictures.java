package kith.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The uploaded faces, one per member at most. */
@Component
class Pictures {
    static final int MOST_BYTES = 8 << 20;
    private final JdbcClient sql;

    Pictures(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Portrait> find(UUID id) {
        return sql.sql("select type, content from identity.picture where id = :id")
                .param("id", id)
                .query((row, n) -> new Portrait(row.getString("type"), row.getBytes("content")))
                .optional();
    }

    @Transactional
    public void put(Viewer viewer, Portrait portrait) {
        remove(viewer.member());
        var id = Ids.next();
        sql.sql("insert into identity.picture (id, account_id, type, content) values (:id, :account, :type, :content)")
                .param("id", id)
                .param("account", viewer.member().value())
                .param("type", portrait.type())
                .param("content", portrait.content())
                .update();
        sql.sql("update identity.account set picture_id = :picture where id = :id")
                .param("picture", id)
                .param("id", viewer.member().value())
                .update();
    }

    @Transactional
    public void remove(MemberId who) {
        sql.sql("update identity.account set picture_id = null where id = :id")
                .param("id", who.value())
                .update();
        sql.sql("delete from identity.picture where account_id = :id")
                .param("id", who.value())
                .update();
    }
}
