package kith.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/** The cookie that holds the secret of a session: {@code __Host-}, so that no other host or path can set or read it. */
final class SessionCookie {
    static final String NAME = "__Host-kith";
    private static final int HALF_A_YEAR = 180 * 24 * 3600;

    private SessionCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(c -> c.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    static void write(String secret, HttpServletResponse response) {
        response.addCookie(cookie(secret, HALF_A_YEAR));
    }

    static void clear(HttpServletResponse response) {
        response.addCookie(cookie("", 0));
    }

    private static Cookie cookie(String value, int seconds) {
        var cookie = new Cookie(NAME, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
