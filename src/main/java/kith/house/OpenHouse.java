package kith.house;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Keeps the house open: database, tables, application, in this order, and back again at the end. */
record OpenHouse(Class<?> application, Map<String, String> environment, Terminal terminal, Home home, boolean demo) {
    private static final Executor ASIDE =
            task -> Thread.ofPlatform().name("database").start(task);
    private static final String DEFAULT_PORT = "8080";

    void open(Arguments arguments) {
        int port = port(arguments.option("port").orElse(environment.getOrDefault("KITH_PORT", DEFAULT_PORT)));
        arguments.rest(0, 0);
        String bind = environment.getOrDefault("KITH_BIND", "127.0.0.1");
        refuseTaken(bind, port);
        home.ready();
        var database = CompletableFuture.supplyAsync(this::database, ASIDE);
        var springIsUp = closeAtTheEnd(database);
        var installation = database.thenApply(this::installation);
        var context = start(installation, bind, port);
        springIsUp.set(true);
        terminal.step("Kith is open at http://localhost:%d (end with Ctrl-C)".formatted(port));
        Training.announce();
        Training.leaveIfAsked(context, port);
    }

    /** After Spring has closed and nothing asks the database any more; at once when stopped before Spring was up. */
    private static AtomicBoolean closeAtTheEnd(CompletableFuture<HouseDatabase> database) {
        var springIsUp = new AtomicBoolean();
        Runnable close = () -> database.thenAccept(HouseDatabase::close)
                .exceptionally(neverOpened -> null)
                .join();
        SpringApplication.getShutdownHandlers().add(close);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!springIsUp.get()) {
                close.run();
            }
        }));
        return springIsUp;
    }

    private HouseDatabase database() {
        var database = HouseDatabase.open(home, environment, Purpose.SERVE, line -> terminal.say("  … " + line));
        terminal.step("The database is up");
        return database;
    }

    private Installation installation(HouseDatabase database) {
        var key = HouseKey.of(home, environment);
        var installation = Installation.of(home, database, key, demo ? Mark.DEMO : Mark.REAL);
        terminal.step("The tables are up to date");
        return installation;
    }

    /** Spring gets ready while the database does, and waits for it where it first needs it. */
    private ConfigurableApplicationContext start(CompletableFuture<Installation> installation, String bind, int port) {
        var spring = new SpringApplication(application);
        spring.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("installation", Installation.class, installation::join));
        try {
            return spring.run("--kith.mode=serve", "--server.address=" + bind, "--server.port=" + port);
        } catch (RuntimeException e) {
            throw Causes.find(e, PortInUseException.class)
                    .<RuntimeException>map(taken -> taken(port))
                    .orElse(e);
        }
    }

    private static int port(String given) {
        int port = given.matches("\\d{1,5}") ? Integer.parseInt(given) : 0;
        if (port < 1 || port > 65_535) {
            throw new UsageProblem("\"%s\" is not a port; it is a number from 1 to 65535.".formatted(given));
        }
        return port;
    }

    private static void refuseTaken(String bind, int port) {
        try {
            if (!Port.isFree(InetAddress.getByName(bind), port)) {
                throw taken(port);
            }
        } catch (UnknownHostException e) {
            throw new HouseProblem("KITH_BIND names no address of this machine: %s.".formatted(bind), e);
        }
    }

    private static HouseProblem taken(int port) {
        return new HouseProblem("Port %d is taken or not allowed here; choose another with --port.".formatted(port));
    }
}
