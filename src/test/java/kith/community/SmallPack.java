package kith.community;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The smallest good pack, and what becomes of it when somebody makes a mistake. */
final class SmallPack {
    private SmallPack() {}

    static String text() {
        try (var in = SmallPack.class.getResourceAsStream("/packs/small.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String with(String good, String bad) {
        var text = text();
        if (text.indexOf(good) < 0 || text.indexOf(good) != text.lastIndexOf(good)) {
            throw new IllegalArgumentException("not exactly once in small.yaml: " + good);
        }
        return text.replace(good, bad);
    }

    static List<PackProblem> problems(String text) {
        return switch (new PackReader().read("small.yaml", text)) {
            case PackReader.Read read -> List.of();
            case PackReader.Refused refused -> refused.problems();
        };
    }

    static Pack pack(String text) {
        return switch (new PackReader().read("small.yaml", text)) {
            case PackReader.Read read -> read.pack();
            case PackReader.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }
}
