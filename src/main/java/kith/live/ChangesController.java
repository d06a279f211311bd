package kith.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a visitor's page asks now and then, since it has no stream: a new bookmark in the first line, then what came after the old one, as a stream would say it. */
@Controller
@For(Audience.EVERYONE)
class ChangesController {
    private final Openings openings;
    private final Limits limits;

    ChangesController(Openings openings, Limits limits) {
        this.openings = openings;
        this.limits = limits;
    }

    @GetMapping("/live/changes")
    Answer index(
            Viewer viewer,
            @RequestParam(defaultValue = "") List<String> on,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        limits.take(Limit.LIVE_CLIENT, request);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(openings.since(viewer, on, after));
        return new Sent();
    }
}
