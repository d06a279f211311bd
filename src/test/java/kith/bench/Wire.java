package kith.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of a browser, kept alive: as little HTTP/1.1 as the house speaks, so that asking costs next to nothing. */
final class Wire implements AutoCloseable {
    /** What came back: status, the headers as they came, the body as it came. */
    record Answer(int status, String headers, byte[] body) {
        String header(String name) {
            return headers.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        int size() {
            return headers.length() + body.length;
        }
    }

    private final int port;
    private final StringBuilder head = new StringBuilder(2048);
    private Socket socket;
    private InputStream in;

    Wire(int port) throws IOException {
        this.port = port;
        this.socket = dial(port);
        this.in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
    }

    private static Socket dial(int port) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        return socket;
    }

    Answer get(String path, String headers) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    }

    Answer post(String path, String headers, String form) throws IOException {
        return ask("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n" + form);
    }

    /** Sends a request and reads no more than the head of its answer; what follows is on {@link #stream()}. */
    int open(String path, String headers) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
        return status(readHead());
    }

    InputStream stream() {
        return in;
    }

    private Answer ask(String request) throws IOException {
        send(request);
        var headers = readHead();
        var answer = new Answer(status(headers), headers, body(headers));
        if (answer.header("Connection").equalsIgnoreCase("close")) {
            socket.close();
            socket = dial(port);
            in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
        }
        return answer;
    }

    private void send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int status(String headers) {
        return Integer.parseInt(headers.substring(9, 12));
    }

    private byte[] body(String headers) throws IOException {
        var lower = headers.toLowerCase(Locale.ROOT);
        var at = lower.indexOf("content-length:");
        if (at >= 0) {
            var length = Integer.parseInt(
                    lower.substring(at + 15, lower.indexOf('\r', at)).strip());
            return in.readNBytes(length);
        }
        return lower.contains("transfer-encoding: chunked") ? chunks() : new byte[0];
    }

    private byte[] chunks() throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String readHead() throws IOException {
        head.setLength(0);
        for (var line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append("\r\n");
        }
        return head.toString();
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the house hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
