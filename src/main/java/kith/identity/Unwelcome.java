package kith.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import kith.page.Audience;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers whoever is refused: those not signed in are asked to sign in first and keep their form, those with an unconfirmed address are asked to confirm it, a
 * form without its token is out of date, and the rest is not here.
 */
class Unwelcome implements AccessDeniedHandler {
    private static final Set<Audience> KNOWN = Set.of(Audience.SIGNED_IN, Audience.MEMBERS, Audience.OPERATOR);
    private final SignInFirst first = new SignInFirst();
    private final Doors doors;

    Unwelcome(Doors doors) {
        this.doors = doors;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        var viewer = Viewers.current();
        var known = doors.audience(request).filter(KNOWN::contains);
        if (e instanceof CsrfException && (viewer.signedIn() || !fromHere(request) || known.isEmpty())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (known.isEmpty() || viewer.confirmed()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (viewer.signedIn()) {
            request.setAttribute(SignInFirst.CARRIED, Carried.of(request));
            request.getRequestDispatcher("/confirmations/first").forward(request, response);
        } else {
            first.ask(request, response);
        }
    }

    /** Whether the browser itself says that one of our own pages sends this; another site cannot make it say so. */
    private static boolean fromHere(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
