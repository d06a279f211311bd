package kith.setup;

import kith.house.House;
import kith.house.Terminal;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the operator is told when the house opens: the code of its first start, or the doors of a demo. */
@Component
@ConditionalOnProperty(name = "kith.mode", havingValue = "serve")
class Opened implements ApplicationRunner {
    private final House house;
    private final Beginning beginning;
    private final Demo demo;
    private final DemoDoors doors;
    private final Environment environment;

    Opened(House house, Beginning beginning, Demo demo, DemoDoors doors, Environment environment) {
        this.house = house;
        this.beginning = beginning;
        this.demo = demo;
        this.doors = doors;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var terminal = Terminal.on(System.out);
        var origin = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        if (house.demo()) {
            demo.furnish(terminal);
            doors.all().forEach(door -> terminal.say("  %s  %s".formatted(origin + door.path(), door.words())));
        } else if (beginning.waits()) {
            terminal.say("  This house is new. Open %s/setup and give this code there:".formatted(origin));
            terminal.say("      " + beginning.code());
        }
    }
}
