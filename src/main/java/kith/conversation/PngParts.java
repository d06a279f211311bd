package kith.conversation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/** The parts of a PNG that its picture needs. Packed words and colour profiles beside them, which unpack to any size, never reach the decoder. */
final class PngParts {
    private static final int HEAD = 8;
    private static final Set<Integer> NEEDED = Set.of(0x49484452, 0x504C5445, 0x74524E53, 0x49444154, 0x49454E44);

    private PngParts() {}

    static byte[] of(byte[] upload) throws IOException {
        var bytes = ByteBuffer.wrap(upload);
        var kept = new ByteArrayOutputStream(upload.length);
        kept.write(upload, 0, HEAD);
        for (var at = HEAD; at + 12 <= upload.length; ) {
            var length = bytes.getInt(at);
            if (length < 0 || length > upload.length - at - 12) {
                throw new IOException("broken");
            }
            if (NEEDED.contains(bytes.getInt(at + 4))) {
                kept.write(upload, at, length + 12);
            }
            at += length + 12;
        }
        return kept.toByteArray();
    }

    /** How many bytes a pixel takes once it is read. */
    static int depth(byte[] upload) {
        var samples = upload.length > 25
                ? switch (upload[25]) {
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 1;
                }
                : 4;
        return upload.length > 24 && upload[24] == 16 ? 2 * samples : samples;
    }
}
