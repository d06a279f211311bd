package kith.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

/** Somebody with a browser without scripts: keeps cookies, follows 303s when asked, fills in and sends the forms that a page shows. */
final class Plainly {
    /** What came back: status, headers and the page. */
    public record Answer(int status, Map<String, java.util.List<String>> headers, String body, String path) {
        public Document page() {
            return Jsoup.parse(body, "http://localhost" + path);
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(h -> h.getKey().equalsIgnoreCase(name))
                    .flatMap(h -> h.getValue().stream())
                    .collect(Collectors.joining(", "));
        }

        public String text() {
            return page().text();
        }

        /** Where a 303 leads, or empty. */
        public String location() {
            return header("Location");
        }
    }

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String language = "en";

    public Plainly(int port) {
        this.port = port;
    }

    public Plainly speaking(String language) {
        this.language = language;
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Answer get(String path) {
        return send(request(path).GET(), path);
    }

    /** Gets a page and follows up to five redirects. */
    public Answer visit(String path) {
        var answer = get(path);
        for (var i = 0; i < 5 && answer.status() / 100 == 3; i++) {
            answer = get(answer.location());
        }
        return answer;
    }

    /** Posts fields as a form, with the CSRF token of the last cookie fetched from any page that has one. */
    public Answer post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", csrf());
        return postRaw(path, all);
    }

    /** Posts exactly these fields. */
    public Answer postRaw(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                path);
    }

    /** Sends the form whose action is {@code action} on a page that was shown, its own values kept and {@code fields} filled in. */
    public Answer submit(Answer shown, String action, Map<String, String> fields) {
        var form = shown.page().selectFirst("form[action=\"" + action + "\"]");
        if (form == null) {
            throw new AssertionError("no form to " + action + " on " + shown.path() + " (" + shown.status() + "): "
                    + shown.page().select("form").eachAttr("action"));
        }
        var all = new LinkedHashMap<String, String>();
        for (Element input : form.select("input[name], textarea[name], select[name]")) {
            var type = input.attr("type");
            if (!(type.equals("checkbox") || type.equals("radio")) || input.hasAttr("checked")) {
                all.put(
                        input.attr("name"),
                        input.is("select") ? selected(input) : input.is("textarea") ? input.wholeText() : input.val());
            }
        }
        all.putAll(fields);
        return postRaw(action, all);
    }

    /** A CSRF token that fits this visitor's cookie. */
    public String csrf() {
        var token = get("/sign-in").page().selectFirst("meta[name=csrf]");
        return token == null ? "" : token.attr("content");
    }

    private static String selected(Element select) {
        var chosen = select.selectFirst("option[selected]");
        var first = select.selectFirst("option");
        return chosen != null ? chosen.val() : first == null ? "" : first.val();
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", language);
        if (!cookies.isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return builder;
    }

    private Answer send(HttpRequest.Builder request, String path) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            keep(response);
            return new Answer(response.statusCode(), response.headers().map(), response.body(), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(HttpResponse<String> response) {
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair.length < 2 || pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
