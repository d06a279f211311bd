package kith.community;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps, in a stranger's browser and for a day, which invitation they opened, so that it is there again once they have made an account. */
final class Invited {
    private static final String NAME = "__Host-invited";
    private static final int DAY = 24 * 3600;

    private Invited() {}

    static void remember(String key, HttpServletResponse response) {
        response.addCookie(cookie(key, DAY));
    }

    static Optional<String> by(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .filter(key -> key.matches("[A-Za-z0-9_-]{1,64}"))
                        .findFirst();
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        if (by(request).isPresent()) {
            response.addCookie(cookie("", 0));
        }
    }

    private static Cookie cookie(String value, int seconds) {
        var cookie = new Cookie(NAME, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
