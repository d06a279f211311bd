package kith.bench;

import java.io.IOException;
import java.util.List;

/** Everything that bin/bench asks of a house, in the order of its table. */
final class Measures {
    private Measures() {}

    static List<Measure> all(Tenant house, Town town, Prose prose) throws IOException {
        var port = house.port();
        PageMeasure.Address topic = (quarter, random) -> "/topics/" + quarter.topic(random);
        PageMeasure.Address list = (quarter, random) -> "/conversations/" + quarter.slug();
        PageMeasure.Address home = (quarter, random) -> "/";
        return List.of(
                new PageMeasure("topic page", town, port, true, topic),
                new PageMeasure("topic page", town, port, false, topic),
                new PageMeasure("topic list", town, port, true, list),
                new PageMeasure("topic list", town, port, false, list),
                new PageMeasure("home", town, port, true, home),
                new PageMeasure("home", town, port, false, home),
                new ReplyMeasure(town, port, prose),
                new RowsFloor(house, town),
                StaticFloor.of(port));
    }
}
