package kith.setup;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The cookie of the browser that gave the code. */
final class SetupCookie {
    private static final String NAME = "__Host-setup";
    private static final int A_WEEK = 7 * 24 * 3600;

    private SetupCookie() {}

    static String read(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (cookie.getName().equals(NAME)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    static void write(String secret, HttpServletResponse response) {
        var cookie = new Cookie(NAME, secret);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setPath("/");
        cookie.setMaxAge(secret.isEmpty() ? 0 : A_WEEK);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }
}
