package kith.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Makes bytes small in one go, as a gzip file (RFC 1952). Deflaters are kept and used again: making one clears a quarter of a megabyte, which costs as much as
 * deflating a page.
 */
record Packing(byte[] bytes, int length) {
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 255};
    private static final int TAIL = 8;
    private static final int KEPT = 8;
    private static final Queue<Deflater> IDLE = new ConcurrentLinkedQueue<>();

    static Packing gzip(byte[] plain) {
        var deflater = borrow();
        try {
            return packed(plain, deflater);
        } finally {
            giveBack(deflater);
        }
    }

    private static Packing packed(byte[] plain, Deflater deflater) {
        var room = Arrays.copyOf(HEAD, HEAD.length + plain.length / 3 + 128);
        deflater.setInput(plain);
        deflater.finish();
        var length = HEAD.length;
        while (!deflater.finished()) {
            if (room.length - length <= TAIL) {
                room = Arrays.copyOf(room, room.length * 2);
            }
            length += deflater.deflate(room, length, room.length - length - TAIL);
        }
        var sum = new CRC32();
        sum.update(plain);
        ByteBuffer.wrap(room, length, TAIL)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .putInt(plain.length);
        return new Packing(room, length + TAIL);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    private static Deflater borrow() {
        var idle = IDLE.poll();
        return idle == null ? new Deflater(Deflater.BEST_SPEED, true) : idle;
    }

    private static void giveBack(Deflater deflater) {
        if (IDLE.size() < KEPT) {
            deflater.reset();
            IDLE.add(deflater);
        } else {
            deflater.end();
        }
    }
}
