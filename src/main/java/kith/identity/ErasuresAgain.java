package kith.identity;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import kith.house.ErasedFile;
import kith.house.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Before the house opens: removes again whom a restored backup brought back, and makes sure that the home's file names everybody who is gone. */
@Component
class ErasuresAgain implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ErasuresAgain.class);

    private final JdbcClient sql;
    private final Erasures erasures;
    private final ErasedFile file;
    private volatile boolean running;

    ErasuresAgain(JdbcClient sql, Erasures erasures, Installation installation) {
        this.sql = sql;
        this.erasures = erasures;
        this.file = new ErasedFile(installation.home());
    }

    @Override
    public void start() {
        running = true;
        var noted = new HashSet<>(file.ids());
        var back = accounts("id = any (:ids) and status <> 'ERASED'", noted.toArray(UUID[]::new));
        back.forEach(id -> erasures.eraseAgain(new MemberId(id)));
        if (!back.isEmpty()) {
            LOG.warn("members who had left for good before the backup was restored are removed again: {}", back.size());
        }
        file.add(accounts("not id = any (:ids) and status = 'ERASED'", noted.toArray(UUID[]::new)));
    }

    private List<UUID> accounts(String where, UUID[] ids) {
        return sql.sql("select id from identity.account where " + where)
                .param("ids", ids)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Before the web server and whatever else can wait. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
