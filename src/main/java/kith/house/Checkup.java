package kith.house;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a module can tell the doctor about itself, without the application; named in {@code META-INF/spring.factories}. */
public interface Checkup {
    /** What there is to look at: the house's settings, the app's role in one transaction that only reads, the key, and the environment. */
    record Chart(House house, JdbcClient sql, HouseKey key, Map<String, String> environment) {}

    /** Looks, and changes nothing. */
    List<Finding> look(Chart chart);
}
