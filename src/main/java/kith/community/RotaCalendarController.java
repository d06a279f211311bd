package kith.community;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Phrases;
import kith.page.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One's own turns as a file for a calendar (RFC 5545); it names no community and says only that one is on call. */
@Controller
@For(Audience.MEMBERS)
class RotaCalendarController {
    private static final Duration AHEAD = Duration.ofDays(90);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Communities communities;
    private final RotaRows rows;
    private final Phrases phrases;
    private final Clock clock;

    RotaCalendarController(Communities communities, RotaRows rows, Phrases phrases, Clock clock) {
        this.communities = communities;
        this.rows = rows;
        this.phrases = phrases;
        this.clock = clock;
    }

    @GetMapping("/rota/{slug}/calendar")
    Answer show(Viewer viewer, @PathVariable String slug, HttpServletResponse response) throws IOException {
        var place = Shifts.served(communities.find(viewer, slug));
        var now = clock.instant();
        var mine = rows.of(place.community().id(), now).between(now, now.plus(AHEAD)).stream()
                .filter(stint -> viewer.is(stint.who()))
                .toList();
        response.setContentType("text/calendar;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"calendar.ics\"");
        response.getOutputStream()
                .write(file(mine, phrases.say(viewer.locale(), "community.rota.calendar.on-call"), now)
                        .getBytes(StandardCharsets.UTF_8));
        return new Sent();
    }

    static String file(List<Stint> stints, String summary, Instant now) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kith//Rota//EN\r\n"
                + stints.stream().map(stint -> event(stint, summary, now)).collect(Collectors.joining())
                + "END:VCALENDAR\r\n";
    }

    private static String event(Stint stint, String summary, Instant now) {
        return "BEGIN:VEVENT\r\nUID:%s-%s@kith\r\nDTSTAMP:%s\r\nDTSTART:%s\r\nDTEND:%s\r\nSUMMARY:%s\r\nEND:VEVENT\r\n"
                .formatted(
                        stint.shift(),
                        stint.day(),
                        STAMP.format(now),
                        STAMP.format(stint.from()),
                        STAMP.format(stint.to()),
                        summary);
    }
}
