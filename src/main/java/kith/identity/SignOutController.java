package kith.identity;

import jakarta.servlet.http.HttpServletResponse;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing out: the session ends here and the browser forgets what it kept. */
@Controller
@For(Audience.EVERYONE)
class SignOutController {
    private final Sessions sessions;

    SignOutController(Sessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping("/sign-out")
    Answer create(Viewer viewer, HttpServletResponse response) {
        if (viewer.session() != null) {
            sessions.end(viewer.member(), viewer.session());
        }
        SessionCookie.clear(response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return new SeeOther("/sign-in", "identity.sign-out.done");
    }
}
