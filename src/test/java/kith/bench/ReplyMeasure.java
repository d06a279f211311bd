package kith.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A reply of about 75 words, each by another member to another topic. */
final class ReplyMeasure implements Measure {
    private final Town town;
    private final int port;
    private final Prose prose;

    ReplyMeasure(Town town, int port, Prose prose) {
        this.town = town;
        this.port = port;
        this.prose = prose;
    }

    @Override
    public String name() {
        return "reply";
    }

    @Override
    public Load.Asking open() throws IOException {
        var wire = new Wire(port);
        return new Load.Asking() {
            @Override
            public int ask(Random random) throws IOException {
                var quarter = town.quarter(random, false);
                var form = "_csrf=" + encoded(Token.MASKED) + "&body=" + encoded(prose.post(random).body());
                var answer = wire.post(
                        "/topics/" + quarter.topic(random) + "/replies", PageMeasure.headers(quarter.member(random)), form);
                // 429: this member has written forty posts in ten minutes; the next one writes.
                if (answer.status() != 303 && answer.status() != 429) {
                    throw new IOException("a reply was answered " + answer.status());
                }
                return answer.size();
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
