package kith.house;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;

/** Where a process comes in: understands the command line, opens the house or does one thing, and says why not. */
public final class FrontDoor {
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Class<?> application;
    private final Map<String, String> environment;
    private final Terminal terminal;

    FrontDoor(Class<?> application, Map<String, String> environment, Terminal terminal) {
        this.application = application;
        this.environment = environment;
        this.terminal = terminal;
    }

    /** Ends the process, except when it keeps the house open. */
    public static void enter(Class<?> application, String[] words) {
        // Silent until Spring has read how to log: Flyway runs before.
        LoggingSystem.get(FrontDoor.class.getClassLoader()).beforeInitialize();
        try {
            new FrontDoor(application, System.getenv(), Terminal.own())
                    .enter(List.of(words))
                    .ifPresent(System::exit);
        } catch (RuntimeException fault) {
            // Otherwise the threads that are up already would keep a half-open house alive.
            fault.printStackTrace();
            System.exit(FAILED);
        }
    }

    /** The exit code; empty while the house is open. */
    Optional<Integer> enter(List<String> words) {
        try {
            return understood(new Arguments(words));
        } catch (UsageProblem e) {
            terminal.problem(e.sentence());
            terminal.problem(HelpCommand.usage(words.isEmpty() ? "" : words.getFirst()));
            return Optional.of(NOT_UNDERSTOOD);
        } catch (RuntimeException e) {
            terminal.problem(
                    Causes.find(e, HouseProblem.class).orElseThrow(() -> e).sentence());
            return Optional.of(FAILED);
        }
    }

    private Optional<Integer> understood(Arguments arguments) {
        String name = arguments.first().orElse("help");
        boolean demo = arguments.flag("demo");
        var home = Home.resolve(arguments.option("home").orElse(null), environment, demo);
        if (name.equals("serve")) {
            new OpenHouse(application, environment, terminal, home, demo).open(arguments);
            return Optional.empty();
        }
        var own = own(home).stream()
                .filter(command -> command.name().equals(name))
                .findFirst();
        if (own.isPresent()) {
            return Optional.of(own.get().run(arguments, terminal));
        }
        if (!HelpCommand.knows(name)) {
            throw new UsageProblem("There is no command \"%s\".".formatted(name));
        }
        return Optional.of(inTheHouse(home, name, arguments));
    }

    /** Those that need no application, and work where it cannot start. */
    private List<Command> own(Home home) {
        var scripts = Script.all();
        return List.of(
                new HelpCommand(),
                new DoctorCommand(home, environment, scripts),
                new BackupCommand(home, environment, scripts),
                new RestoreCommand(home, environment, scripts));
    }

    private int inTheHouse(Home home, String name, Arguments arguments) {
        home.ready();
        try (var database = HouseDatabase.open(home, environment, Purpose.COMMAND, terminal::say)) {
            var installation = Installation.of(home, database, HouseKey.of(home, environment), Mark.EITHER);
            var spring = new SpringApplication(application);
            spring.addInitializers(context -> context.getBeanFactory().registerSingleton("installation", installation));
            try (var context = spring.run(
                    "--kith.mode=command",
                    "--server.port=-1",
                    "--logging.level.root=WARN",
                    "--spring.main.log-startup-info=false")) {
                return context.getBeansOfType(Command.class).values().stream()
                        .filter(command -> command.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("commands.txt names " + name))
                        .run(arguments, terminal);
            }
        }
    }
}
