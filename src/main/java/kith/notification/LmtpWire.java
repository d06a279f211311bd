package kith.notification;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The line to a mail server, with bounds on what it brings. Lines end with CR LF and with nothing else: whoever takes a bare LF for an end can be shown two mails
 * in one.
 */
final class LmtpWire {
    static final int LONGEST_COMMAND = 2_048;
    private static final int ENOUGH = 64 << 10;

    private final InputStream in;
    private final OutputStream out;

    LmtpWire(Socket socket) throws IOException {
        in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
        out = socket.getOutputStream();
    }

    void say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The next line; of one that is too long, no more than that this can be seen. */
    String command() throws IOException {
        var line = new StringBuilder();
        var before = 0;
        for (var n = 0; n < ENOUGH; n++) {
            var next = read();
            if (before == '\r' && next == '\n') {
                return line.substring(0, Math.max(0, line.length() - 1));
            }
            if (line.length() <= LONGEST_COMMAND + 1 || next == '\r') {
                line.append((char) next);
            }
            before = next;
        }
        throw new IOException("a line without an end");
    }

    /** A mail up to a line that is a dot alone, without the dots put before others (RFC 5321, 4.5.2); null where it has more than {@code most} bytes. */
    byte @Nullable [] mail(int most) throws IOException {
        var mail = new ByteArrayOutputStream();
        var begins = true;
        var before = 0;
        var large = false;
        while (true) {
            var next = read();
            if (begins && next == '.') {
                next = read();
                if (next == '\r') {
                    next = read();
                    if (next == '\n') {
                        return large ? null : mail.toByteArray();
                    }
                    mail.write('\r');
                }
            }
            begins = before == '\r' && next == '\n';
            before = next;
            mail.write(next);
            if (mail.size() > most) {
                large = true;
                mail.reset();
            }
        }
    }

    private int read() throws IOException {
        var next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }
}
