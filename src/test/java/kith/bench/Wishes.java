package kith.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What bin/bench was asked for. */
record Wishes(
        Path root,
        Path home,
        Path json,
        int port,
        Size size,
        boolean quick,
        int connections,
        List<String> only,
        int starts) {
    private static final int CONNECTIONS = 16;
    private static final int PORT = 18_080;

    static Wishes of(String[] words) {
        var root = Path.of("").toAbsolutePath();
        var size = Size.USUAL;
        Path home = null;
        Path json = root.resolve("target/bench.json");
        var port = PORT;
        var quick = false;
        var only = new ArrayList<String>();
        var starts = 3;
        for (var n = 0; n < words.length; n++) {
            switch (words[n]) {
                case "--large" -> size = Size.LARGE;
                case "--smoke" -> {
                    size = Size.TINY;
                    starts = 1;
                }
                case "--quick" -> quick = true;
                case "--home" -> home = Path.of(words[++n]).toAbsolutePath();
                case "--json" -> json = Path.of(words[++n]).toAbsolutePath();
                case "--port" -> port = Integer.parseInt(words[++n]);
                case "--keep" -> json = root.resolve("docs/figures.json");
                case "--no-starts" -> starts = 0;
                case "--only" -> only.add(words[++n]);
                default -> throw new IllegalArgumentException("There is no option " + words[n] + " here.");
            }
        }
        var folder = "bench-" + size.posts();
        return new Wishes(
                root,
                home == null ? root.resolve("target").resolve(folder) : home,
                json,
                port,
                size,
                quick,
                CONNECTIONS,
                only,
                starts);
    }

    boolean tiny() {
        return size == Size.TINY;
    }

    /** Seconds that each measure is warmed up at a time, so many times at most, and then measured. */
    double warmUp() {
        return tiny() ? 0.3 : 10;
    }

    int warmUps() {
        return tiny() ? 1 : quick ? 6 : 15;
    }

    double seconds() {
        return tiny() ? 0.3 : quick ? 10 : 30;
    }

    int streams() {
        return tiny() ? 20 : 5_000;
    }

    /** Seconds between the first page and the look at what lies in memory. */
    int rest() {
        return tiny() ? 0 : starts == 0 ? 0 : quick ? 20 : 120;
    }
}
