package kith.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A search for two words by a member: the question is sent, and the page that it leads to is read. */
final class SearchMeasure implements Measure {
    private final Town town;
    private final int port;
    private final Prose prose;

    SearchMeasure(Town town, int port, Prose prose) {
        this.town = town;
        this.port = port;
        this.prose = prose;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Load.Asking open() throws IOException {
        var wire = new Wire(port);
        return new Load.Asking() {
            @Override
            public int ask(Random random) throws IOException {
                var quarter = town.quarter(random, false);
                var headers = PageMeasure.headers(quarter.member(random));
                var form = "_csrf=" + encoded(Token.MASKED) + "&words=" + encoded(prose.words(random));
                var sent = wire.post("/search/" + quarter.slug(), headers, form);
                var found = wire.get(sent.header("Location"), headers);
                // 429: this member has asked sixty times in five minutes; the next one asks.
                if (sent.status() != 303 || found.status() != 200 && found.status() != 429) {
                    throw new IOException("a search was answered " + sent.status() + " and " + found.status());
                }
                return sent.size() + found.size();
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
