package kith.notification;

import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kith.Kith;
import kith.house.TestHouse;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Status;
import kith.identity.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** A house in which nothing happens by the clock, with a push service on this machine. */
@SpringBootTest(
        classes = Kith.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kith.test=still")
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
@Import(StillHouse.Here.class)
abstract class StillHouse {
    /** The one way to a push service on this machine, and it is only here: the house itself knows the makers of browsers alone. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Here {
        @Bean
        @Primary
        PushHosts hereToo() {
            return new PushHosts() {
                @Override
                boolean known(URI endpoint) {
                    return endpoint.getHost().equals("127.0.0.1") || super.known(endpoint);
                }

                @Override
                boolean open(URI endpoint) {
                    return known(endpoint);
                }
            };
        }

        /** Hears what members answer by mail. */
        @Bean
        @Order(0)
        Ear ear() {
            return new Ear();
        }

        @Bean
        TaskScheduler taskScheduler() {
            return mock(TaskScheduler.class);
        }
    }

    /** Takes answers to every topic, and makes of them what a test wants. */
    static final class Ear implements MailedReply {
        final List<String> heard = new ArrayList<>();
        List<InputStreamSource> pictures = List.of();
        Taken made = new Taken.Posted("/posts/1", List.of());

        @Override
        public Taken take(MemberId who, UUID thread, UUID about, Mailed mailed) {
            heard.add(who + " " + thread + " " + about + " " + mailed.text());
            pictures = mailed.pictures();
            return made;
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    PushDevices devices;

    @Autowired
    Pushes pushes;

    @Autowired
    PushRelay relay;

    @Autowired
    Vapid vapid;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transactions;

    FakePushService service;

    @BeforeEach
    void open() throws IOException {
        sql.sql("delete from notification.device").update();
        service = new FakePushService();
    }

    @AfterEach
    void close() {
        service.close();
    }

    Viewer member(String name) {
        var id = MemberId.next();
        sql.sql("""
                        insert into identity.account (id, email, name, name_key, face, status)
                        values (:id, :email, :name, :key, 'fern', 'ACTIVE')""")
                .param("id", id.value())
                .param("email", id + "@example.org")
                .param("name", name)
                .param("key", name.toLowerCase(Locale.ROOT) + id)
                .update();
        return new Viewer(
                id, Status.ACTIVE, false, new Card(id, name, "fern", null), Locale.ENGLISH, ZoneOffset.UTC, null, null);
    }

    /** A new session of somebody's: what their cookie {@code __Host-kith} says. */
    String session(Viewer who) throws NoSuchAlgorithmException {
        var secret = UUID.randomUUID().toString();
        sql.sql("""
                        insert into identity.session (id, secret, account_id, device, started_at, seen_at, proved_at)
                        values (:id, :secret, :account, 'test', now(), now(), now())""")
                .param("id", Ids.next())
                .param("secret", MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)))
                .param("account", who.member().value())
                .update();
        return secret;
    }
}
