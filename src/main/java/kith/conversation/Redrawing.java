package kith.conversation;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws an upload anew, so that nothing but what can be seen on it is kept. What it measures is asked before it is decoded, and of a large picture only every
 * n-th line and column is read: the heap holds {@value #MOST_BYTES} bytes of it at most, whatever its size.
 */
final class Redrawing {
    private static final int MOST_BYTES = 40_000_000;
    private static final float QUALITY = .82f;

    private final byte[] upload;
    private final PictureFormat format;
    private final long until;
    private boolean late;

    private Redrawing(byte[] upload, PictureFormat format, Duration patience) {
        this.upload = upload;
        this.format = format;
        this.until = System.nanoTime() + patience.toNanos();
    }

    /** The picture in an upload; throws where it holds none that can be read, in this time and in little memory. */
    static Redrawn of(byte[] upload, Duration patience) throws IOException {
        var format = PictureFormat.of(upload).orElseThrow(() -> new IOException("no picture"));
        return new Redrawing(upload, format, patience).draw();
    }

    private Redrawn draw() throws IOException {
        var turn = format == PictureFormat.JPEG ? JpegParts.of(upload).turn() : 1;
        var image = read();
        var turned = turn >= 5;
        var large = PictureSize.LARGE.fit(
                turned ? image.getHeight() : image.getWidth(), turned ? image.getWidth() : image.getHeight());
        var drawn = turn(
                shrink(image, turned ? large.height() : large.width(), turned ? large.width() : large.height()), turn);
        return new Redrawn(large.width(), large.height(), sizes(drawn));
    }

    private static Map<PictureSize, byte[]> sizes(BufferedImage large) throws IOException {
        var sizes = new EnumMap<PictureSize, byte[]>(PictureSize.class);
        sizes.put(PictureSize.LARGE, jpeg(large));
        var image = large;
        for (var size : new PictureSize[] {PictureSize.MIDDLE, PictureSize.SMALL}) {
            var extent = size.fit(large.getWidth(), large.getHeight());
            if (extent.width() < large.getWidth()) {
                image = shrink(image, extent.width(), extent.height());
                sizes.put(size, jpeg(image));
            }
        }
        return sizes;
    }

    private BufferedImage read() throws IOException {
        var readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new IOException("no reader");
        }
        var reader = readers.next();
        try (var in = new MemoryCacheImageInputStream(
                new ByteArrayInputStream(format == PictureFormat.PNG ? PngParts.of(upload) : upload))) {
            reader.setInput(in, true, true);
            return read(reader);
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage read(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (!bearable((long) width * height)) {
            throw new IOException("too large");
        }
        var step = step(width, height);
        var wish = reader.getDefaultReadParam();
        wish.setSourceSubsampling(step, step, 0, 0);
        reader.addIIOReadProgressListener(new Patience(this::tire));
        var image = reader.read(0, wish);
        if (late) {
            throw new IOException("too slow");
        }
        return image;
    }

    private boolean bearable(long pixels) {
        return pixels <= format.mostPixels()
                && (format != PictureFormat.JPEG || JpegParts.of(upload).bearable(pixels));
    }

    private void tire(ImageReader reader) {
        if (System.nanoTime() > until) {
            late = true;
            reader.abort();
        }
    }

    /** Every how many lines and columns are read: what is read, and the copy that drawing makes of all but three bytes a pixel, must fit. */
    private int step(int width, int height) {
        var depth = switch (format) {
            case JPEG -> 3;
            case PNG -> PngParts.depth(upload);
            case GIF -> 1;
            case WEBP -> 4;
        };
        var step = 1;
        while ((long) (width / step + 1) * (height / step + 1) * (depth == 3 ? depth : depth + 4) > MOST_BYTES) {
            step++;
        }
        return step;
    }

    /** Halves it as long as that is enough, which takes every pixel into account, and then draws it at its size. */
    private static BufferedImage shrink(BufferedImage image, int width, int height) {
        var half = image;
        while (half.getWidth() >= 2 * width && half.getHeight() >= 2 * height) {
            half = drawn(half, half.getWidth() / 2, half.getHeight() / 2);
        }
        return drawn(half, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }

    /** Puts it upright, as the camera noted that it was held. */
    private static BufferedImage turn(BufferedImage image, int turn) {
        if (turn == 1) {
            return image;
        }
        var w = image.getWidth();
        var h = image.getHeight();
        var move = switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        var turned = new BufferedImage(turn >= 5 ? h : w, turn >= 5 ? w : h, BufferedImage.TYPE_INT_RGB);
        var pen = turned.createGraphics();
        pen.drawImage(image, move, null);
        pen.dispose();
        return turned;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var wish = writer.getDefaultWriteParam();
            wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wish.setCompressionQuality(QUALITY);
            wish.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(Objects.requireNonNull(out));
            writer.write(null, new IIOImage(image, null, null), wish);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
