package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kith.page.SeeOther;

/**
 * A form that somebody was sending when they turned out not to be signed in: where it went and what was in it, carried through the sign-in as hidden fields,
 * and sent again only when its owner says so. Nothing of it is kept on the server.
 */
public record Carried(String path, List<Field> fields) {
    static final Carried NOTHING = new Carried("", List.of());
    private static final int MOST_FIELDS = 100;
    private static final int MOST_LETTERS = 100_000;

    /** One field of the form. */
    public record Field(String name, String value) {
        /** The field as one value of a hidden input. */
        public String packed() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + '='
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        static Field unpacked(String packed) {
            var cut = Math.max(0, packed.indexOf('='));
            return new Field(
                    URLDecoder.decode(packed.substring(0, cut), StandardCharsets.UTF_8),
                    URLDecoder.decode(packed.substring(Math.min(packed.length(), cut + 1)), StandardCharsets.UTF_8));
        }
    }

    /** The form that a request brings, without its token and without passwords; nothing where it is too big or not a plain form. */
    static Carried of(HttpServletRequest request) {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        if (!request.getMethod().equals("POST") || !type.startsWith("application/x-www-form-urlencoded")) {
            return NOTHING;
        }
        return limited(request.getRequestURI(), fields(request.getParameterMap()));
    }

    private static List<Field> fields(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(p -> !p.getKey().equals("_csrf") && !p.getKey().contains("password"))
                .flatMap(p -> Arrays.stream(p.getValue()).map(value -> new Field(p.getKey(), value)))
                .toList();
    }

    /** The form that was carried along in the fields {@code carried-path} and {@code carried} of a sign-in form. */
    static Carried again(HttpServletRequest request) {
        var path = request.getParameter("carried-path");
        var packed = request.getParameterValues("carried");
        if (path == null || path.isEmpty() || packed == null) {
            return NOTHING;
        }
        try {
            return limited(path, Arrays.stream(packed).map(Field::unpacked).toList());
        } catch (IllegalArgumentException broken) {
            return NOTHING;
        }
    }

    private static Carried limited(String path, List<Field> fields) {
        var letters = fields.stream()
                .mapToInt(f -> f.name().length() + f.value().length())
                .sum();
        return fields.size() <= MOST_FIELDS
                        && letters <= MOST_LETTERS
                        && SeeOther.isLocal(path)
                        && !path.startsWith("/sign-")
                ? new Carried(path, List.copyOf(fields))
                : NOTHING;
    }

    public boolean any() {
        return !path.isEmpty();
    }

    /** What a person wrote, to show them again. */
    public List<Field> written() {
        return fields.stream().filter(f -> f.value().strip().contains(" ")).toList();
    }
}
