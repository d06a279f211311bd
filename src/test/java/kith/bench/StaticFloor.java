package kith.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;

/** The floor of the server: a file that lies in its memory, compressed already. */
record StaticFloor(int port, String path) implements Measure {
    private static final Pattern ASSET = Pattern.compile("/assets/kith\\.[0-9a-f]+\\.css");

    static StaticFloor of(int port) throws IOException {
        try (var wire = new Wire(port)) {
            var page = new String(wire.get("/help", "").body(), StandardCharsets.UTF_8);
            var asset = ASSET.matcher(page);
            if (!asset.find()) {
                throw new IOException("no style sheet in the page");
            }
            return new StaticFloor(port, asset.group());
        }
    }

    @Override
    public String name() {
        return "floor: static file from the server";
    }

    @Override
    public Load.Asking open() throws IOException {
        var wire = new Wire(port);
        return new Load.Asking() {
            @Override
            public int ask(Random random) throws IOException {
                var answer = wire.get(path, "Accept-Encoding: gzip\r\n");
                if (answer.status() != 200) {
                    throw new IOException(path + " answered " + answer.status());
                }
                return answer.size();
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }
}
