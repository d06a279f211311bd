package kith;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
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
import org.jsoup.nodes.Element;

/** Somebody with a browser without scripts: keeps cookies and the form token of the last page, follows nothing by itself, sends the forms that a page shows. */
public final class Visitor {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** What came back. */
    public record Answer(int status, String body, byte[] bytes, HttpHeaders headers, String path) {
        public Document page() {
            return Jsoup.parse(body, "http://localhost" + path);
        }

        public String header(String name) {
            return String.join(", ", headers.allValues(name));
        }

        /** All words of the page. */
        public String text() {
            return page().text();
        }

        /** The words of its main part. */
        public String words() {
            return page().select("main").text();
        }

        /** Where a 303 leads, or empty. */
        public String location() {
            return headers.firstValue("Location").orElse("");
        }

        public String to() {
            return location();
        }
    }

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

    public Visitor withoutSaying(String header) {
        headers.remove(header);
        return this;
    }

    public Visitor speaking(String language) {
        return says("Accept-Language", language);
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Visitor with(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public Answer get(String path) {
        return ask("GET", path, BodyPublishers.noBody(), "");
    }

    /** Gets a page and follows up to five redirects. */
    public Answer visit(String path) {
        var answer = get(path);
        for (var i = 0; i < 5 && answer.status() / 100 == 3; i++) {
            answer = get(answer.location());
        }
        return answer;
    }

    /** Sends a form: name, value, name, value; the form token comes from the last page seen. */
    public Answer post(String path, String... form) {
        var fields = new StringBuilder("_csrf=" + encode(token));
        for (var i = 0; i < form.length; i += 2) {
            fields.append('&').append(encode(form[i])).append('=').append(encode(form[i + 1]));
        }
        return form(path, fields.toString());
    }

    /** Sends fields as a form, with a form token that fits. */
    public Answer post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", csrf());
        return postRaw(path, all);
    }

    /** Sends exactly these fields. */
    public Answer postRaw(String path, Map<String, String> fields) {
        return form(
                path,
                fields.entrySet().stream()
                        .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                        .collect(Collectors.joining("&")));
    }

    /** Sends the form whose action is {@code action} on a page that was shown, its own values kept and {@code fields} filled in. */
    public Answer submit(Answer shown, String action, Map<String, String> fields) {
        var form = shown.page()
                .selectFirst("form[action=\"" + action + "\"], form:has(button[formaction=\"" + action + "\"])");
        if (form == null) {
            throw new AssertionError("no form to " + action + " on " + shown.path() + " (" + shown.status() + "): "
                    + shown.page().select("form").eachAttr("action"));
        }
        var all = new LinkedHashMap<String, String>();
        for (var input : form.select("input[name], textarea[name], select[name]")) {
            var type = input.attr("type");
            if (!(type.equals("checkbox") || type.equals("radio")) || input.hasAttr("checked")) {
                all.put(input.attr("name"), value(input));
            }
        }
        all.putAll(fields);
        return postRaw(action, all);
    }

    public Answer send(String path, BodyPublisher body, String type) {
        headers.put("X-CSRF-TOKEN", token);
        return ask("POST", path, body, type);
    }

    /** A form token that fits this visitor's cookie. */
    public String csrf() {
        get("/help");
        return token;
    }

    private static String value(Element input) {
        if (input.is("select")) {
            var chosen = input.selectFirst("option[selected]");
            var first = input.selectFirst("option");
            return chosen != null ? chosen.val() : first == null ? "" : first.val();
        }
        return input.is("textarea") ? input.wholeText() : input.val();
    }

    private Answer form(String path, String body) {
        return ask("POST", path, BodyPublishers.ofString(body), "application/x-www-form-urlencoded");
    }

    private Answer ask(String method, String path, BodyPublisher body, String type) {
        var request = HttpRequest.newBuilder(URI.create(house + path)).method(method, body);
        headers.forEach(request::setHeader);
        if (!type.isEmpty()) {
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
            return keep(HTTP.send(request.build(), BodyHandlers.ofByteArray()), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer keep(HttpResponse<byte[]> response, String path) {
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0") || pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        var body = new String(response.body(), StandardCharsets.UTF_8);
        if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            var fresh = Jsoup.parse(body).select("meta[name=csrf]").attr("content");
            token = fresh.isEmpty() ? token : fresh;
        }
        return new Answer(response.statusCode(), body, response.body(), response.headers(), path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
