package kith.notification;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kith.Asleep;
import kith.Kith;
import kith.ManualClock;
import kith.Visitor;
import kith.house.TestHouse;
import kith.identity.Accounts;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Newcomer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextConfiguration;

/** A house whose clock stands still and in which nothing happens by itself; tests of notices live in it together. */
@SpringBootTest(
        classes = Kith.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kith.test=notices")
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
@Import(NoticesHouse.Still.class)
abstract class NoticesHouse {
    static final String PASSWORD = "seven calm otters swim";

    static final UUID COMMUNITY = Ids.next();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient sql;

    @Autowired
    Inbox inbox;

    @Autowired
    ManualClock clock;

    @Autowired
    @Qualifier("replies")
    ToldKind replies;

    @Autowired
    @Qualifier("followed")
    ToldKind followed;

    @Autowired
    @Qualifier("around")
    ToldKind around;

    MemberId member(String name) {
        return accounts.admitAsHouse(new Newcomer(
                        email(name),
                        name,
                        passwords.encode(PASSWORD),
                        Locale.ENGLISH,
                        ZoneId.of("Pacific/Auckland"),
                        false,
                        true))
                .orElseThrow();
    }

    static String email(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
    }

    /** Tells somebody of a new post in a thread, which they may see; gives the post. */
    UUID tell(ToldKind kind, MemberId to, UUID thread, String who) {
        var post = Ids.next();
        kind.visible()
                .put(
                        post,
                        new NoticeWords(
                                who + " answered you in “Prednisone and sleep”",
                                "/posts/" + post,
                                who,
                                "<p>It was <b>prednisone</b> for me.</p>",
                                "It was prednisone for me."));
        inbox.tell(List.of(news(kind, to, thread, post)));
        return post;
    }

    News news(ToldKind kind, MemberId to, UUID thread, UUID post) {
        return new News(kind.kind(), to, COMMUNITY, thread, post, MemberId.next(), clock.instant());
    }

    Visitor signedIn(String name) {
        var visitor = new Visitor(port);
        visitor.get("/sign-in");
        var answer = visitor.post("/sign-in", "email", email(name), "password", PASSWORD, "to", "/account");
        if (answer.status() != 303) {
            throw new AssertionError(answer.status() + " " + answer.words());
        }
        visitor.get("/account");
        return visitor;
    }

    /** Kinds of news for a test, a clock by hand, and nothing by itself. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Still {
        @Bean
        ToldKind replies() {
            return ToldKind.of("test.reply", Reach.CONCERNS_ME);
        }

        @Bean
        ToldKind followed() {
            return ToldKind.of("test.followed", Reach.FOLLOWED);
        }

        @Bean
        ToldKind around() {
            return ToldKind.of("test.around", Reach.COMMUNITY);
        }

        @Bean
        @Primary
        ManualClock manual() {
            return new ManualClock();
        }

        @Bean
        TaskScheduler taskScheduler() {
            return new Asleep();
        }
    }
}
