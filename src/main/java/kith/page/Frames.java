package kith.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the frame of a request from the parts that the modules add. */
@Component
class Frames {
    private final Phrases phrases;
    private final Assets assets;
    private final List<FramePart> parts;

    Frames(Phrases phrases, Assets assets, List<FramePart> parts) {
        this.phrases = phrases;
        this.assets = assets;
        this.parts = parts;
    }

    Frame of(Page page, HttpServletRequest request, HttpServletResponse response) {
        var framing = framing(request);
        parts.forEach(part -> part.add(framing, page, request));
        framing.notice(Notices.take(request, response));
        return frame(framing, request);
    }

    /** Without the parts of the modules, which ask the database. */
    Frame alone(HttpServletRequest request) {
        return frame(framing(request), request);
    }

    private static Framing framing(HttpServletRequest request) {
        return new Framing(Phrases.best(Collections.list(request.getLocales()), Phrases.LANGUAGES.getFirst()));
    }

    private Frame frame(Framing framing, HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                framing,
                phrases,
                assets,
                request.getRequestURI(),
                SafetyHeaders.nonce(request),
                csrf == null ? "" : csrf.getToken());
    }
}
