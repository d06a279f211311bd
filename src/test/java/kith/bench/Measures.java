package kith.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Everything that bin/bench asks of a house, in the order of its table. */
final class Measures {
    private Measures() {}

    static List<Measure> all(int port, RowsFloor.Owner house, Town town, Prose prose) throws IOException {
        PageMeasure.Address topic = (quarter, random) -> "/topics/" + quarter.topic(random);
        PageMeasure.Address list = (quarter, random) -> "/conversations/" + quarter.slug();
        PageMeasure.Address home = (quarter, random) -> "/";
        var all = new ArrayList<Measure>(List.of(
                new PageMeasure("topic page", town, port, true, topic),
                new PageMeasure("topic page", town, port, false, topic),
                new PageMeasure("topic list", town, port, true, list),
                new PageMeasure("topic list", town, port, false, list),
                new PageMeasure("home", town, port, true, home),
                new PageMeasure("home", town, port, false, home),
                new ReplyMeasure(town, port, prose),
                new RowsFloor(house, town),
                StaticFloor.of(port)));
        all.addAll(7, RoundMeasure.all(house, port));
        all.addAll(7, BeforeMeasure.all(house, town, port, prose));
        if (offers(port, town, "/search/")) {
            all.add(7, new SearchMeasure(town, port, prose));
        }
        return all;
    }

    /** Whether this house has streams to listen to. */
    static boolean live(Tenant house, Town town) throws IOException {
        var headers = "Accept: text/event-stream\r\nCookie: __Host-kith="
                + Filling.secret(town.largest().signedIn().getLast()) + "\r\n";
        try (var wire = new Wire(house.port())) {
            return wire.open("/live", headers) == 200;
        }
    }

    private static boolean offers(int port, Town town, String path) throws IOException {
        var quarter = town.largest();
        try (var wire = new Wire(port)) {
            return wire.get(
                                    path + quarter.slug(),
                                    PageMeasure.headers(quarter.signedIn().getLast()))
                            .status()
                    == 200;
        }
    }
}
