package kith.house;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Keeps the house open: database, tables, application, in this order, and back again at the end. */
record OpenHouse(Class<?> application, Map<String, String> environment, Terminal terminal, Home home, boolean demo) {
    private static final String DEFAULT_PORT = "8080";

    void open(Arguments arguments) {
        int port = port(arguments.option("port").orElse(environment.getOrDefault("KITH_PORT", DEFAULT_PORT)));
        arguments.rest(0, 0);
        String bind = environment.getOrDefault("KITH_BIND", "127.0.0.1");
        refuseTaken(bind, port);
        home.ready();
        var database = HouseDatabase.open(home, environment, Purpose.SERVE, line -> terminal.say("  … " + line));
        // Runs after Spring has closed: nothing is left that still asks the database.
        SpringApplication.getShutdownHandlers().add(database::close);
        terminal.step("The database is up");
        var key = HouseKey.of(home, environment);
        var installation = Installation.of(home, database, key, demo ? Mark.DEMO : Mark.REAL);
        terminal.step("The tables are up to date");
        var context = start(installation, bind, port);
        terminal.step("Kith is open at http://localhost:%d (end with Ctrl-C)".formatted(port));
        Training.announce();
        Training.leaveIfAsked(context, port);
    }

    private ConfigurableApplicationContext start(Installation installation, String bind, int port) {
        var spring = new SpringApplication(application);
        spring.addInitializers(context -> context.getBeanFactory().registerSingleton("installation", installation));
        try {
            return spring.run("--kith.mode=serve", "--server.address=" + bind, "--server.port=" + port);
        } catch (RuntimeException e) {
            if (e instanceof PortInUseException || e.getCause() instanceof PortInUseException) {
                throw taken(port);
            }
            throw e;
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
