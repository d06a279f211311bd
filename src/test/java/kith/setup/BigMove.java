package kith.setup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/** Writes a file in which a community of any size moves in: the same one for the same numbers. */
final class BigMove {
    private static final String[] WORDS =
            "the morning knee was stiff and I took my tablets with tea before work today my sister came by we walked to the river slowly it helped more than I thought has anybody tried warm water for hands"
                    .split(" ");
    private static final String[] NAMES =
            "Sam Alex Kiri Jo Ana Tane Ruth Nell Ivo Mette Ola Bea Max Lou Fen Rua".split(" ");
    private static final Instant START = Instant.parse("2024-01-01T06:00:00Z");

    private final Random random = new Random(20_261_122);
    private final int members;
    private final int topics;
    private final int posts;

    BigMove(int members, int topics, int posts) {
        this.members = members;
        this.topics = topics;
        this.posts = posts;
    }

    public static void main(String[] args) throws IOException {
        new BigMove(10_000, 5_000, 100_000).write(Path.of(args[0]));
    }

    void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (var n = 0; n < members; n++) {
                line(
                        out,
                        """
                        {"type":"member","key":"m%d","name":"%s","email":%s,"joined":"%s","timezone":"Europe/Berlin","language":"en","about":"Here since the old forum."}""",
                        n,
                        NAMES[n % NAMES.length] + (n % 3 == 0 ? "" : " " + (char) ('A' + n % 26) + n / 40),
                        n % 10 == 0 ? "null" : "\"m" + n + "@old.example\"",
                        START.plusSeconds(n));
            }
            for (var n = 0; n < topics; n++) {
                line(out, """
                        {"type":"topic","key":"t%d","author":"m%d","title":"%s %d","body":"%s","created":"%s"}""", n, random.nextInt(members), words(5), n, body(), START.plusSeconds(100_000 + n * 600L));
            }
            for (var n = 0; n < posts; n++) {
                line(
                        out,
                        """
                        {"type":"post","key":"p%d","topic":"t%d","author":"m%d","body":"%s","created":"%s","thanks":[%s]}""",
                        n,
                        Math.min(topics - 1, (int) (topics * (long) n / posts) + random.nextInt(20)),
                        random.nextInt(members),
                        body(),
                        START.plusSeconds(4_000_000 + n * 60L),
                        n % 4 == 0
                                ? "{\"by\":\"m%d\",\"kind\":\"with_you\",\"at\":\"%s\"}"
                                        .formatted(random.nextInt(members), START.plusSeconds(4_100_000 + n * 60L))
                                : "");
            }
        }
    }

    private static void line(BufferedWriter out, String pattern, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, pattern, values));
        out.write('\n');
    }

    private String body() {
        return words(20 + random.nextInt(30)) + ".\\n\\n"
                + switch (random.nextInt(4)) {
                    case 0 -> "- " + words(6) + "\\n- " + words(4);
                    case 1 -> "> " + words(8) + "\\n\\n**" + words(3) + "** " + words(20);
                    default -> words(25 + random.nextInt(60)) + ".";
                };
    }

    private String words(int count) {
        var text = new StringBuilder();
        for (var n = 0; n < count; n++) {
            text.append(n == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
