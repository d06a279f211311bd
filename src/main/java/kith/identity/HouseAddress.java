package kith.identity;

import java.net.URI;
import kith.house.House;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the house stands, for links in mails and for passkeys: what its operator set, never what a request claims. */
@Component
public class HouseAddress {
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
        return house.address()
                .map(URI::toString)
                .orElseGet(() -> "http://localhost:" + environment.getProperty("local.server.port", "8080"));
    }

    public String host() {
        return URI.create(origin()).getHost();
    }

    /** What the house is called. */
    String name() {
        return house.name().orElse("Kith");
    }
}
