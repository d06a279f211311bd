package kith.conversation;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures that somebody might bring, kind or not; the huge ones are made as a stream, never in memory. */
final class Canvases {
    private Canvases() {}

    /** Left half red, right half blue, so that one sees how it lies. */
    static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG whose EXIF says how the camera was held, where it was, and a canary. */
    static byte[] held(byte[] jpeg, int turn, String canary) {
        try {
            var tiff = new ByteArrayOutputStream();
            var words = canary.getBytes(StandardCharsets.US_ASCII);
            var out = new DataOutputStream(tiff);
            out.write("MM".getBytes(StandardCharsets.US_ASCII));
            out.writeShort(42);
            out.writeInt(8);
            out.writeShort(2);
            entry(out, 0x0112, 3, 1, turn << 16);
            entry(out, 0x010E, 2, words.length, 38);
            out.writeInt(0);
            out.write(words);
            var all = new ByteArrayOutputStream();
            var jpg = new DataOutputStream(all);
            jpg.write(jpeg, 0, 2);
            jpg.writeShort(0xFFE1);
            jpg.writeShort(2 + 6 + tiff.size());
            jpg.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
            jpg.write(tiff.toByteArray());
            jpg.write(jpeg, 2, jpeg.length - 2);
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(DataOutputStream out, int tag, int type, int count, int value) throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeInt(count);
        out.writeInt(value);
    }

    /** A PNG of any size in one colour: {@code kind} is its colour type (0 grey, 2 RGB, 6 RGBA), {@code depth} the bits of a sample. */
    static byte[] png(int width, int height, int kind, int depth, byte[]... more) {
        try {
            var all = new ByteArrayOutputStream();
            all.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
            var head = new ByteArrayOutputStream();
            var ihdr = new DataOutputStream(head);
            ihdr.writeInt(width);
            ihdr.writeInt(height);
            ihdr.write(new byte[] {(byte) depth, (byte) kind, 0, 0, 0});
            chunk(all, "IHDR", head.toByteArray());
            for (var part : more) {
                all.write(part);
            }
            chunk(all, "IDAT", rows(height, 1 + (int) (((long) width * depth * samples(kind) + 7) / 8)));
            chunk(all, "IEND", new byte[0]);
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A chunk of words that unpacks to {@code size} bytes. */
    static byte[] packedWords(int size) {
        try {
            var body = new ByteArrayOutputStream();
            body.write("Comment\0\0".getBytes(StandardCharsets.US_ASCII));
            body.write(rows(size >> 10, 1 << 10));
            var all = new ByteArrayOutputStream();
            chunk(all, "zTXt", body.toByteArray());
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int samples(int kind) {
        return kind == 2 ? 3 : kind == 6 ? 4 : 1;
    }

    private static byte[] rows(int height, int bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        var row = new byte[bytes];
        try (OutputStream pressed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            for (var y = 0; y < height; y++) {
                pressed.write(row);
            }
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream all, String name, byte[] body) throws IOException {
        var out = new DataOutputStream(all);
        var kind = name.getBytes(StandardCharsets.US_ASCII);
        out.writeInt(body.length);
        out.write(kind);
        out.write(body);
        var sum = new CRC32();
        sum.update(kind);
        sum.update(body);
        out.writeInt((int) sum.getValue());
    }
}
