package kith.house;

import java.nio.file.Path;
import java.util.Map;

/** A process that commits one row after the other and says so after each, until it is killed. */
final class WritesUntilKilled {
    private WritesUntilKilled() {}

    public static void main(String[] args) throws Exception {
        var database = HouseDatabase.open(new Home(Path.of(args[0])), Map.of(), Purpose.SERVE, step -> {});
        try (var connection = database.asOwner()) {
            var sql = new Sql(connection);
            sql.run("create table kept (n bigint primary key)");
            for (long n = 1; ; n++) {
                sql.update("insert into kept values (?)", n);
                System.out.println(n);
            }
        }
    }
}
