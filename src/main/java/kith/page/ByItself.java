package kith.page;

import jakarta.servlet.http.HttpServletRequest;

/** What an open page fetches without its reader having asked: it keeps nobody signed in, and nothing counts as read by it. */
public final class ByItself {
    public static final String HEADER = "Kith-By-Itself";

    private ByItself() {}

    public static boolean asks(HttpServletRequest request) {
        return request.getHeader(HEADER) != null;
    }
}
