package kith.live;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Sent;
import kith.page.TooMany;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Opens a browser's stream (server-sent events, HTML Standard §9.2): {@code on} names channels, of which those that the reader may not hear are left out in
 * silence; {@code after} and {@code Last-Event-ID} are bookmarks to catch up from.
 */
@Controller
@For(Audience.SIGNED_IN)
class LiveController {
    private final Streams streams;
    private final Openings openings;
    private final Limits limits;

    LiveController(Streams streams, Openings openings, Limits limits) {
        this.streams = streams;
        this.openings = openings;
        this.limits = limits;
    }

    @GetMapping("/live")
    Answer show(
            Viewer viewer,
            @RequestParam(defaultValue = "") List<String> on,
            @RequestParam(defaultValue = "") List<String> after,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String read,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var accept = Objects.requireNonNullElse(request.getHeader("Accept"), "");
        if (!accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            throw new NotHere();
        }
        if (!streams.room(viewer.member())) {
            throw new TooMany(Duration.ofSeconds(ThreadLocalRandom.current().nextLong(60, 120)));
        }
        limits.take(Limit.LIVE, viewer.member());
        var wish = openings.wish(viewer, on, read.isEmpty() ? after : List.of(read));
        openings.begin(wish, request.upgrade(Line.class));
        answer(response);
        return new Sent();
    }

    /** The headers go out with {@link Sent}; then the socket is the line's. Its end is the end of the answer: Tomcat frames nothing any more. */
    private static void answer(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Connection", "close");
        response.setHeader("X-Accel-Buffering", "no");
    }
}
