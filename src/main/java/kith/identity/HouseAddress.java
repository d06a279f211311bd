package kith.identity;

import java.net.URI;
import java.util.Optional;
import kith.house.House;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the house stands, for links in mails and for passkeys: what its operator set, never what a request claims. */
@Component
public class HouseAddress {
    private static final String PORT = "house.port";

    private final House house;
    private final Environment environment;

    HouseAddress(House house, Environment environment) {
        this.house = house;
        this.environment = environment;
    }

    /** The whole address of a path of this house. */
    public String of(String path) {
        return origin() + path;
    }

    String origin() {
        return house.address().map(URI::toString).orElseGet(() -> "http://localhost:" + port());
    }

    /** The port of this process, or for a command the one at which the house was last open. */
    private String port() {
        var own = environment.getProperty("local.server.port", Integer.class, -1);
        return own > 0 ? own.toString() : house.setting(PORT).orElse("8080");
    }

    /** Remembers the port for the commands. */
    @EventListener
    void opened(WebServerInitializedEvent event) {
        var port = Integer.toString(event.getWebServer().getPort());
        if (event.getWebServer().getPort() > 0 && !house.setting(PORT).equals(Optional.of(port))) {
            house.set(PORT, port);
        }
    }

    public String host() {
        return URI.create(origin()).getHost();
    }

    /** What the house is called. */
    String name() {
        return house.name().orElse("Kith");
    }
}
