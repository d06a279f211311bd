package kith.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PackingTest {
    @Test
    void whatIsPackedIsTheSameAgain() throws IOException {
        var noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        for (var plain : new byte[][] {
            {},
            {1},
            "<p>Kia ora</p>".getBytes(StandardCharsets.UTF_8),
            new byte[500_000],
            noise,
            "a".repeat(70_000).getBytes(StandardCharsets.UTF_8)
        }) {
            assertThat(unpacked(Packing.gzip(plain))).isEqualTo(plain);
        }
    }

    @Test
    void aPageBecomesAFewTimesSmaller() {
        var page = "<article class=\"card post\"><p>We were away.</p></article>".repeat(400);
        assertThat(Packing.gzip(page.getBytes(StandardCharsets.UTF_8)).length()).isLessThan(page.length() / 10);
    }

    private static byte[] unpacked(Packing packed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        packed.writeTo(bytes);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readAllBytes();
        }
    }
}
