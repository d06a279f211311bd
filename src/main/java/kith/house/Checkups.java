package kith.house;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What all modules say about themselves, once the tables are those of this Kith. */
record Checkups(Home home, HouseDatabase database, HouseKey key, Map<String, String> environment) {
    List<Finding> all() {
        try (var connection = database.asApp()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            var chart = chart(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            return SpringFactoriesLoader.forDefaultResourceLocation().load(Checkup.class).stream()
                    .flatMap(checkup -> look(checkup, chart))
                    .toList();
        } catch (SQLException e) {
            return List.of(Finding.wrong("The database cannot be read: " + Sql.reason(e)));
        }
    }

    private Checkup.Chart chart(JdbcClient sql) {
        var demo =
                sql.sql("select is_demo from house.house").query(Boolean.class).single();
        var installation = new Installation(home, key, database.jdbcUrl(), database.app(), demo);
        return new Checkup.Chart(new House(sql, installation), sql, key, environment);
    }

    private static Stream<Finding> look(Checkup checkup, Checkup.Chart chart) {
        try {
            return checkup.look(chart).stream();
        } catch (DataAccessException e) {
            return Stream.of(Finding.wrong("The database cannot be read: "
                    + e.getMostSpecificCause().getClass().getSimpleName()));
        }
    }
}
