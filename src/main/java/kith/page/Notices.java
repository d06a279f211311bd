package kith.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** A sentence for the next page only, carried by a cookie that holds the key of a phrase and nothing else. */
final class Notices {
    private static final String COOKIE = "__Host-notice";

    private Notices() {}

    static void leave(String key, HttpServletResponse response) {
        response.addCookie(cookie(key, 60));
    }

    static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
        if (request.getCookies() == null) {
            return null;
        }
        for (var cookie : request.getCookies()) {
            if (cookie.getName().equals(COOKIE) && cookie.getValue().matches("[a-z][a-z0-9.-]{2,60}")) {
                response.addCookie(cookie("", 0));
                return cookie.getValue();
            }
        }
        return null;
    }

    private static Cookie cookie(String value, int seconds) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
