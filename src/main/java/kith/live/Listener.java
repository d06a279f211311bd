package kith.live;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import kith.house.DirectLine;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hears, on a connection of its own, when any node numbered something ({@code LISTEN}), as long as somebody here has a stream open; begins anew when the line breaks. */
@Component
class Listener implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int PATIENCE_MILLISECONDS = 5_000;

    private final DirectLine database;
    private final Streams streams;
    private final Courier courier;
    private volatile boolean running;

    Listener(DirectLine database, Streams streams, Courier courier) {
        this.database = database;
        this.streams = streams;
        this.courier = courier;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("live-listener").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                if (streams.any()) {
                    listen();
                }
            } catch (SQLException | RuntimeException broken) {
                LOG.warn(
                        "the database's call is not heard: {}",
                        broken.getClass().getSimpleName());
            }
            rest();
        }
    }

    private void listen() throws SQLException {
        try (var connection = database.open("kith live");
                var statement = connection.createStatement()) {
            statement.execute("listen live");
            // What was said before we listened.
            courier.wake();
            var calls = connection.unwrap(PGConnection.class);
            while (running && streams.any()) {
                if (calls.getNotifications(PATIENCE_MILLISECONDS).length > 0) {
                    courier.wake();
                } else {
                    askWhetherItStands(statement);
                }
            }
        }
    }

    private static void askWhetherItStands(Statement statement) throws SQLException {
        statement.execute("select 1");
    }

    private static void rest() {
        try {
            Thread.sleep(Duration.ofMillis(300));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
