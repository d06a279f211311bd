package kith.conversation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What a JPEG says of itself before it is decoded: how it lies ({@code turn}, the EXIF orientation 1–8), in how many scans it comes, and whether one holds the
 * whole of it. One that does not is unpacked outside the heap, and each scan costs time.
 */
record JpegParts(int turn, int scans, boolean whole) {
    private static final int MOST_SCANS = 60;
    private static final long MOST_PIXELS_IN_SCANS = 26_000_000;

    /** Whether it is read line by line, or is small enough to be unpacked. */
    boolean bearable(long pixels) {
        return scans <= MOST_SCANS && (scans <= 1 && whole || pixels <= MOST_PIXELS_IN_SCANS);
    }

    static JpegParts of(byte[] upload) {
        return new Walk(ByteBuffer.wrap(upload)).parts();
    }

    /** Goes from marker to marker. */
    private static final class Walk {
        private final ByteBuffer bytes;
        private int turn = 1;
        private int scans;
        private int colours;
        private boolean whole = true;

        Walk(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        JpegParts parts() {
            var at = 2;
            while (at + 4 <= bytes.limit() && scans <= MOST_SCANS) {
                at = isMarker(at) ? at + 2 + segment(at) : at + 1;
            }
            return new JpegParts(turn, scans, whole);
        }

        private boolean isMarker(int at) {
            var kind = bytes.get(at + 1) & 0xFF;
            return (bytes.get(at) & 0xFF) == 0xFF && kind >= 0xC0 && kind < 0xFF && !(kind >= 0xD0 && kind <= 0xD9);
        }

        /** Looks at a segment and says how long it is. */
        private int segment(int at) {
            var kind = bytes.get(at + 1) & 0xFF;
            var length = bytes.getShort(at + 2) & 0xFFFF;
            if (kind == 0xDA) {
                scans++;
                whole &= number(at + 4) == colours;
            } else if (kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC) {
                colours = number(at + 9);
                whole = kind <= 0xC1;
            } else if (kind == 0xE1) {
                orientation(at + 4, length - 2).ifPresent(found -> turn = found);
            }
            return length;
        }

        private int number(int at) {
            return at < bytes.limit() ? bytes.get(at) & 0xFF : 0;
        }

        private Optional<Integer> orientation(int at, int length) {
            try {
                var part = bytes.slice(at, length);
                return part.getInt(0) == 0x45786966 ? tag(part.slice(6, length - 6)) : Optional.empty();
            } catch (IndexOutOfBoundsException broken) {
                return Optional.empty();
            }
        }

        private static Optional<Integer> tag(ByteBuffer tiff) {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            var directory = tiff.getInt(4);
            var entries = tiff.getShort(directory) & 0xFFFF;
            for (var i = 0; i < entries; i++) {
                var entry = directory + 2 + 12 * i;
                if (tiff.getShort(entry) == 0x0112) {
                    var turn = tiff.getShort(entry + 8);
                    return turn >= 1 && turn <= 8 ? Optional.of((int) turn) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }
}
