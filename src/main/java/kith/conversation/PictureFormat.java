package kith.conversation;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of pictures that are taken, each known by its first bytes alone: what a file calls itself counts for nothing. */
enum PictureFormat {
    JPEG(1_000_000_000, 0xFF, 0xD8, 0xFF),
    PNG(1_000_000_000, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
    GIF(1_000_000_000, 'G', 'I', 'F', '8'),
    /** Its reader unpacks the whole of it before it makes it smaller. */
    WEBP(20_000_000, 'R', 'I', 'F', 'F', -1, -1, -1, -1, 'W', 'E', 'B', 'P');

    private static final int ANYTHING = -1;
    private final long mostPixels;
    private final int[] signs;

    PictureFormat(long mostPixels, int... signs) {
        this.mostPixels = mostPixels;
        this.signs = signs;
    }

    static Optional<PictureFormat> of(byte[] upload) {
        return Stream.of(values()).filter(format -> format.begins(upload)).findFirst();
    }

    /** How many pixels of it can be read in little memory. */
    long mostPixels() {
        return mostPixels;
    }

    private boolean begins(byte[] upload) {
        for (var i = 0; i < signs.length; i++) {
            if (upload.length <= i || signs[i] != ANYTHING && (upload[i] & 0xFF) != signs[i]) {
                return false;
            }
        }
        return true;
    }
}
