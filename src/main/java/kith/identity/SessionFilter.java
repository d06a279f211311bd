package kith.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import kith.house.House;
import kith.page.ByItself;
import kith.page.Phrases;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is asking, once for every request that is not for an asset. */
class SessionFilter extends OncePerRequestFilter {
    private final Sessions sessions;
    private final House house;

    SessionFilter(Sessions sessions, House house) {
        this.sessions = sessions;
        this.house = house;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var viewer = SessionCookie.read(request)
                .flatMap(secret -> byItself(request) ? sessions.findUnused(secret) : sessions.find(secret))
                .orElseGet(() -> somebody(request));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ViewerAuthentication(viewer));
        SecurityContextHolder.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Whether the page asks and not its reader: {@code /live}, and what it fetches anew because of it. */
    private static boolean byItself(HttpServletRequest request) {
        return request.getRequestURI().equals("/live") || ByItself.asks(request);
    }

    /** A visitor of whom nothing is known but what the browser asks for. */
    private Viewer somebody(HttpServletRequest request) {
        var otherwise = house.language().orElse(Phrases.LANGUAGES.getFirst());
        var wishes = request.getHeader("Accept-Language") == null
                ? List.<Locale>of()
                : Collections.list(request.getLocales());
        return Viewer.anonymous(Phrases.best(wishes, otherwise), house.zone().orElse(ZoneOffset.UTC));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
