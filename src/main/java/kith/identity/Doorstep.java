package kith.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import kith.identity.SignInController.CarriedPage;
import kith.identity.SignInController.KeptOutPage;
import kith.identity.SignInController.SecondPage;
import kith.page.Answer;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/** Takes whoever was let in over the threshold: a new session in place of any old one, a new form token, and on to where they were going. */
@Component
class Doorstep {
    private static final String SECOND = "__Host-second";
    private static final int TEN_MINUTES = 600;

    private final Sessions sessions;
    private final SignIns signIns;
    private final CsrfTokenRepository tokens;

    Doorstep(Sessions sessions, SignIns signIns, CsrfTokenRepository tokens) {
        this.sessions = sessions;
        this.signIns = signIns;
        this.tokens = tokens;
    }

    /** What to show after an entrance; {@code wrong} is shown where there was none. */
    Answer answer(
            Entrance entrance, Answer wrong, String to, HttpServletRequest request, HttpServletResponse response) {
        var carried = Carried.again(request);
        return switch (entrance) {
            case Entrance.In in -> welcome(in.who(), to, carried, request, response);
            case Entrance.Second second -> {
                response.addCookie(cookie(SECOND, second.secret(), TEN_MINUTES));
                yield new SecondPage(to, carried, Refusals.NONE);
            }
            case Entrance.KeptOut out -> new KeptOutPage(out.reason(), out.secret());
            case Entrance.Wrong none -> wrong;
        };
    }

    private Answer welcome(
            MemberId who, String to, Carried carried, HttpServletRequest request, HttpServletResponse response) {
        open(who, request, response);
        return carried.any() ? new CarriedPage(carried) : new SeeOther(to);
    }

    /** Takes on somebody who proved their address where they are signed in: their session and the forms in their other tabs stay good. */
    Answer onward(Entrance entrance, Answer wrong, HttpServletRequest request, HttpServletResponse response) {
        return entrance instanceof Entrance.In in && Viewers.current().is(in.who())
                ? new SeeOther("/", "identity.confirm.done")
                : answer(entrance, wrong, "/", request, response);
    }

    void open(MemberId who, HttpServletRequest request, HttpServletResponse response) {
        endOld();
        SessionCookie.write(sessions.open(who, Devices.name(request.getHeader(HttpHeaders.USER_AGENT))), response);
        response.addCookie(cookie(SECOND, "", 0));
        renewToken(request, response);
        signIns.note(who, "session.opened");
    }

    private void endOld() {
        var old = Viewers.current();
        if (old.session() != null) {
            sessions.end(old.member(), old.session());
        }
    }

    /** A form token from before the sign-in is worth nothing after it. */
    private void renewToken(HttpServletRequest request, HttpServletResponse response) {
        tokens.saveToken(null, request, response);
        var fresh = tokens.generateToken(request);
        tokens.saveToken(fresh, request, response);
        new XorCsrfTokenRequestAttributeHandler().handle(request, response, () -> fresh);
    }

    /** The form token that goes with the session just opened, as a page would carry it. */
    static String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    static Optional<String> second(HttpServletRequest request) {
        return cookie(request, SECOND);
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(c -> c.getName().equals(name) && !c.getValue().isEmpty())
                        .map(Cookie::getValue)
                        .findFirst();
    }

    static Cookie cookie(String name, String value, int seconds) {
        var cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
