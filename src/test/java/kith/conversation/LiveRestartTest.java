package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import kith.Follower;
import kith.Kith;
import kith.house.Installation;
import kith.house.TestHouse;
import kith.live.Channel;
import kith.live.Feed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** A node ends and opens again while two thousand pages are open on it; the other node goes on. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class LiveRestartTest {
    private static final int PAGES = 2_000;
    private static final int OF_A_MEMBER = 10;

    @Autowired
    JdbcClient sql;

    @Autowired
    Installation installation;

    @Autowired
    Feed feed;

    private final UUID missed = UUID.randomUUID();

    @Test
    void itLetsThemGoAtOnceAndTheyComeBackOneByOneAndMissNothing() throws Exception {
        var cast = new Cast(sql);
        var channel = Channel.of("community", cast.community.value());
        var node = opens(0);
        var port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var pages = together(open(cast, port, channel));
        pages.forEach(Follower::settled);

        var since = System.nanoTime();
        node.close();
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(10));
        pages.forEach(Follower::awaitsTheEnd);
        assertThat(pages.stream().mapToInt(Follower::retry).boxed().distinct())
                .as("they come back spread over seconds")
                .hasSizeGreaterThan(1_000)
                .allSatisfy(retry -> assertThat(retry).isBetween(1_000, 12_000));
        feed.publish(channel, "row", missed);

        var again = opens(port);
        try {
            var back = together(pages.stream()
                    .<Callable<Follower>>map(page -> () -> comesBack(page, port))
                    .toList());
            for (var page : back) {
                page.awaits(channel + " row " + missed);
                assertThat(page.told()).hasSize(1);
                page.close();
            }
        } finally {
            again.close();
        }
    }

    private ConfigurableApplicationContext opens(int port) {
        return new SpringApplicationBuilder(Kith.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .getBeanFactory()
                        .registerSingleton("installation", installation))
                .run("--server.port=" + port, "--kith.mode=serve");
    }

    private static List<Callable<Follower>> open(Cast cast, int port, Channel channel) {
        var pages = new ArrayList<Callable<Follower>>();
        for (var who = 0; who < PAGES / OF_A_MEMBER; who++) {
            var session = cast.session(cast.member("Reader " + who));
            for (var tab = 0; tab < OF_A_MEMBER; tab++) {
                pages.add(() -> new Follower(port, session, "/live?on=" + channel, ""));
            }
        }
        return pages;
    }

    /** As a browser does: after the time that the house gave it, with the bookmark of the last thing it heard. */
    private static Follower comesBack(Follower page, int port) throws InterruptedException {
        Thread.sleep(page.retry());
        try {
            return page.again(port).settled();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private static List<Follower> together(List<Callable<Follower>> all)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var followers = new ArrayList<Follower>();
            for (var one : threads.invokeAll(all)) {
                followers.add(one.get());
            }
            return followers;
        }
    }
}
