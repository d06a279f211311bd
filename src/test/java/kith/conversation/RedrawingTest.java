package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of the pictures that people bring, and of what is none. */
class RedrawingTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void aPictureIsKeptInThreeSizesAndNeverLarger() throws IOException {
        var large = Redrawing.of(Canvases.picture("jpeg", 4000, 3000), LONG);
        assertThat(large.sizes()).containsOnlyKeys(PictureSize.values());
        assertThat(extent(large, PictureSize.SMALL)).isEqualTo("320x240");
        assertThat(extent(large, PictureSize.MIDDLE)).isEqualTo("960x720");
        assertThat(extent(large, PictureSize.LARGE)).isEqualTo("1920x1440");
        var small = Redrawing.of(Canvases.picture("png", 200, 100), LONG);
        assertThat(small.sizes()).containsOnlyKeys(PictureSize.LARGE);
        assertThat(extent(small, PictureSize.LARGE)).isEqualTo("200x100");
        var tall = Redrawing.of(Canvases.picture("png", 1080, 9000), LONG);
        assertThat(extent(tall, PictureSize.LARGE))
                .as("a long screen stays readable")
                .isEqualTo("461x3840");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void eachKindIsReadAndBecomesAJpeg(String format) throws IOException {
        var drawn = seen(Redrawing.of(Canvases.picture(format, 800, 400), LONG), PictureSize.LARGE);
        assertThat(colour(drawn, 100, 200)).isEqualTo("red");
        assertThat(colour(drawn, 700, 200)).isEqualTo("blue");
    }

    /** A VP8L picture of one pixel, as a browser makes it. */
    @Test
    void aWebpIsReadToo() throws IOException {
        var webp = java.util.Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        assertThat(Redrawing.of(webp, LONG).width()).isEqualTo(1);
    }

    /** 6: the camera was turned to the right, so that what it saw on the left is on top. */
    @Test
    void aPictureIsPutUprightAndNothingThatTheCameraWroteIsKept() throws IOException {
        var brought = Canvases.held(Canvases.picture("jpeg", 1200, 600), 6, "canary 52.5200 N");
        assertThat(new String(brought, StandardCharsets.ISO_8859_1)).contains("canary");
        var drawn = Redrawing.of(brought, LONG);
        assertThat(extent(drawn, PictureSize.LARGE)).isEqualTo("600x1200");
        var image = seen(drawn, PictureSize.LARGE);
        assertThat(colour(image, 300, 100)).isEqualTo("red");
        assertThat(colour(image, 300, 1100)).isEqualTo("blue");
        drawn.sizes()
                .values()
                .forEach(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain("canary", "Exif", "ICC_PROFILE", "http"));
    }

    /** 900 million pixels in a few hundred kB, an animation of many large pictures, and a word that unpacks to a quarter of a gigabyte. */
    @Test
    void hugePicturesAreReadInASmallHeap() throws IOException {
        var huge = Canvases.png(30_000, 30_000, 0, 1);
        var bomb = Canvases.png(40, 40, 2, 8, Canvases.packedWords(1 << 28));
        assertThat(huge.length).isLessThan(600_000);
        assertThat(SmallHeap.draw(huge, bomb, animation(9_000, 2_000, 3))).containsExactly("1920", "40", "1920");
    }

    /** One that comes in scans is unpacked whole, outside the heap. */
    @Test
    void aLargePictureInManyScansIsRefusedBeforeItIsUnpacked() throws IOException {
        var small = scans(1200, 900);
        assertThat(JpegParts.of(small).scans()).isGreaterThan(3);
        assertThat(Redrawing.of(small, LONG).width()).isEqualTo(1200);
        var huge = small.clone();
        var at = marker(huge, 0xC2);
        huge[at + 5] = 0x75;
        huge[at + 6] = 0x30;
        huge[at + 7] = 0x75;
        huge[at + 8] = 0x30;
        assertThatThrownBy(() -> Redrawing.of(huge, LONG)).hasMessage("too large");
    }

    @Test
    void whatTakesTooLongIsGivenUp() {
        var huge = Canvases.png(9_000, 9_000, 0, 8);
        assertThatThrownBy(() -> Redrawing.of(huge, Duration.ZERO)).hasMessage("too slow");
    }

    @Test
    void whatIsNoPictureIsRefusedAndWhatIsBothBecomesAPicture() throws IOException {
        var jpeg = Canvases.picture("jpeg", 400, 300);
        for (var none : new byte[][] {
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8),
            "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
            "GIF89a".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(jpeg, 300),
            Arrays.copyOf(Canvases.png(50, 50, 2, 8), 60),
            new byte[0]
        }) {
            assertThatThrownBy(() -> Redrawing.of(none, LONG))
                    .isInstanceOfAny(IOException.class, RuntimeException.class);
        }
        var both = new ByteArrayOutputStream();
        both.write(jpeg);
        both.write("<script>alert('canary')</script>".getBytes(StandardCharsets.UTF_8));
        Redrawing.of(both.toByteArray(), LONG)
                .sizes()
                .values()
                .forEach(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain("script", "canary"));
    }

    private static byte[] animation(int width, int height, int frames) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        var out = new ByteArrayOutputStream();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (var n = 0; n < frames; n++) {
                writer.writeToSequence(
                        new IIOImage(image, null, writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null)),
                        null);
            }
            writer.endWriteSequence();
        }
        return out.toByteArray();
    }

    private static byte[] scans(int width, int height) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var wish = writer.getDefaultWriteParam();
            wish.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(
                    null, new IIOImage(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), null, null), wish);
        }
        return out.toByteArray();
    }

    private static int marker(byte[] bytes, int kind) {
        for (var i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xFF) == 0xFF && (bytes[i + 1] & 0xFF) == kind) {
                return i;
            }
        }
        throw new AssertionError("no marker");
    }

    private static String extent(Redrawn drawn, PictureSize size) throws IOException {
        var image = seen(drawn, size);
        return image.getWidth() + "x" + image.getHeight();
    }

    private static BufferedImage seen(Redrawn drawn, PictureSize size) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(Objects.requireNonNull(drawn.sizes().get(size))));
    }

    private static String colour(BufferedImage image, int x, int y) {
        var at = new Color(image.getRGB(x, y));
        return at.getRed() > 180 && at.getBlue() < 80
                ? "red"
                : at.getBlue() > 180 && at.getRed() < 80 ? "blue" : at.toString();
    }
}
