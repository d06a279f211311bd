package kith.identity;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import org.jspecify.annotations.Nullable;

/** A face drawn anew from an upload: known by its first bytes, measured before it is decoded, and without anything that the camera wrote beside it. */
record Portrait(String type, byte[] content) {
    static final int SIDE = 256;
    private static final long MOST_PIXELS = 40_000_000;
    private static final List<String> FORMATS = List.of("jpeg", "png", "webp", "gif");
    /** Decoding takes much memory, so that two at once are enough. */
    private static final Semaphore TURNS = new Semaphore(2);

    /** The portrait in an upload, or null where it holds no picture that we take. */
    static @Nullable Portrait of(byte[] upload) {
        var format = format(upload);
        if (format == null) {
            return null;
        }
        TURNS.acquireUninterruptibly();
        try {
            return draw(upload, format);
        } catch (IOException | RuntimeException broken) {
            return null;
        } finally {
            TURNS.release();
        }
    }

    private static @Nullable Portrait draw(byte[] upload, String format) throws IOException {
        if (!small(upload, format)) {
            return null;
        }
        var drawn = Thumbnails.of(new ByteArrayInputStream(upload))
                .crop(Positions.CENTER)
                .size(SIDE, SIDE)
                .useExifOrientation(true)
                .asBufferedImage();
        var clear = drawn.getColorModel().hasAlpha();
        var out = new ByteArrayOutputStream();
        ImageIO.write(plain(drawn, clear), clear ? "png" : "jpeg", out);
        return new Portrait(clear ? "image/png" : "image/jpeg", out.toByteArray());
    }

    private static BufferedImage plain(BufferedImage drawn, boolean clear) {
        var plain = new BufferedImage(
                drawn.getWidth(), drawn.getHeight(), clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = plain.createGraphics();
        pen.drawImage(drawn, 0, 0, null);
        pen.dispose();
        return plain;
    }

    /** Whether the picture's own header says that it is small enough to decode; only readers of the format that the first bytes name are asked. */
    private static boolean small(byte[] upload, String format) throws IOException {
        var readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            return false;
        }
        ImageReader reader = readers.next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(in, true, true);
            return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
        } finally {
            reader.dispose();
        }
    }

    private static @Nullable String format(byte[] bytes) {
        return FORMATS.stream()
                .filter(format -> begins(bytes, format))
                .findFirst()
                .orElse(null);
    }

    private static boolean begins(byte[] bytes, String format) {
        return switch (format) {
            case "jpeg" -> has(bytes, 0, 0xFF, 0xD8, 0xFF);
            case "png" -> has(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
            case "gif" -> has(bytes, 0, 'G', 'I', 'F', '8');
            default -> has(bytes, 0, 'R', 'I', 'F', 'F') && has(bytes, 8, 'W', 'E', 'B', 'P');
        };
    }

    private static boolean has(byte[] bytes, int from, int... signs) {
        for (var i = 0; i < signs.length; i++) {
            if (bytes.length <= from + i || (bytes[from + i] & 0xff) != signs[i]) {
                return false;
            }
        }
        return true;
    }
}
