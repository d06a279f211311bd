package kith;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a browser of their own who visits a house over HTTP: keeps cookies, takes the form token from the last page, follows nothing by itself. */
public final class Visitor {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final String house;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers =
            new LinkedHashMap<>(Map.of("Accept-Language", "en", "User-Agent", "Firefox/140 Linux"));
    private String token = "";

    public Visitor(int port) {
        this.house = "http://localhost:" + port;
    }

    public Visitor says(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** What came back. */
    public record Answer(int status, String body, byte[] bytes, java.net.http.HttpHeaders headers) {
        public String to() {
            return headers.firstValue("Location").orElse("");
        }

        public Document page() {
            return Jsoup.parse(body);
        }

        public String words() {
            return page().select("main").text();
        }
    }

    public Answer get(String path) {
        return ask("GET", path, BodyPublishers.noBody(), null);
    }

    /** Sends a form: name, value, name, value; the form token comes from the last page seen. */
    public Answer post(String path, String... form) {
        var fields = new StringBuilder("_csrf=" + encode(token));
        for (var i = 0; i < form.length; i += 2) {
            fields.append('&').append(encode(form[i])).append('=').append(encode(form[i + 1]));
        }
        return ask("POST", path, BodyPublishers.ofString(fields.toString()), "application/x-www-form-urlencoded");
    }

    public Answer send(String path, BodyPublisher body, String type) {
        headers.put("X-CSRF-TOKEN", token);
        return ask("POST", path, body, type);
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Visitor with(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    private Answer ask(String method, String path, BodyPublisher body, @org.jspecify.annotations.Nullable String type) {
        var request = HttpRequest.newBuilder(URI.create(house + path)).method(method, body);
        headers.forEach(request::setHeader);
        if (type != null) {
            request.setHeader("Content-Type", type);
        }
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            return keep(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer keep(HttpResponse<byte[]> response) {
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
            if (cookie.contains("Max-Age=0") || pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        var body = new String(response.body(), StandardCharsets.UTF_8);
        if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            token = Jsoup.parse(body).select("meta[name=csrf]").attr("content");
        }
        return new Answer(response.statusCode(), body, response.body(), response.headers());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
