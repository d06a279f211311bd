package kith.notification;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A push service on this machine with one device behind it, which reads what it is sent. */
final class FakePushService implements AutoCloseable {
    /** What came: its headers and what the device read. */
    record Came(Map<String, List<String>> headers, String words) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** How it answers: a status and how many seconds it wants to be left alone. */
    record Mood(int status, String retryAfter) {}

    final KeyPair device = Curve.fresh();
    final byte[] auth = new byte[16];
    final List<Came> came = new CopyOnWriteArrayList<>();
    final AtomicReference<Mood> mood = new AtomicReference<>(new Mood(201, ""));
    private final HttpServer server;

    FakePushService() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            try {
                came.add(new Came(exchange.getRequestHeaders(), PushReader.read(body, device, auth)));
            } catch (GeneralSecurityException unreadable) {
                came.add(new Came(exchange.getRequestHeaders(), "unreadable"));
            }
            if (!mood.get().retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", mood.get().retryAfter());
            }
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(mood.get().status(), -1);
            exchange.close();
        });
        server.start();
    }

    URI endpoint(String device) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + device);
    }

    String key() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Curve.bytes(device.getPublic()));
    }

    String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(auth);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
