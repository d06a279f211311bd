package kith.identity;

import java.util.List;
import java.util.UUID;
import kith.identity.Sessions.Session;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a member is signed in, and ending it. */
@Controller
@For(Audience.SIGNED_IN)
class SessionsController {
    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    /** All sessions of a member; {@code here} is the one they are looking through. */
    public record SessionsPage(
            List<Session> sessions, @Nullable UUID here) implements Page {}

    @GetMapping("/sessions")
    SessionsPage index(Viewer viewer) {
        return new SessionsPage(sessions.of(viewer.member()), viewer.session());
    }

    @PostMapping("/sessions/{id}/removal")
    Answer destroy(@PathVariable UUID id, Viewer viewer) {
        if (!sessions.end(viewer.member(), id)) {
            throw new NotHere();
        }
        return new SeeOther("/sessions", "identity.session.ended");
    }

    @PostMapping("/sessions/removal")
    Answer update(Viewer viewer) {
        sessions.endOthers(viewer);
        return new SeeOther("/sessions", "identity.session.others-ended");
    }
}
