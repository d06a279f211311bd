package kith.advice;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Phrases;
import kith.page.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An hour as a file for a calendar (RFC 5545); it names neither the community nor what the hour is about. */
@Controller
@For(Audience.MEMBERS)
class HourCalendarController {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Hours hours;
    private final Phrases phrases;
    private final Clock clock;

    HourCalendarController(Hours hours, Phrases phrases, Clock clock) {
        this.hours = hours;
        this.phrases = phrases;
        this.clock = clock;
    }

    @GetMapping("/hour/{id}/calendar")
    Answer show(Viewer viewer, @PathVariable QuestionId id, HttpServletResponse response) throws IOException {
        var hour = hours.find(viewer, id.value());
        response.setContentType("text/calendar;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"calendar.ics\"");
        response.getOutputStream()
                .write(file(hour, phrases.say(viewer.locale(), "advice.hour.calendar"), clock.instant())
                        .getBytes(StandardCharsets.UTF_8));
        return new Sent();
    }

    static String file(Hour hour, String summary, Instant now) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kith//Hour//EN\r\nBEGIN:VEVENT\r\nUID:%s@kith\r\nDTSTAMP:%s\r\nDTSTART:%s\r\nDTEND:%s\r\nSTATUS:%s\r\nSUMMARY:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                .formatted(
                        hour.id(),
                        STAMP.format(now),
                        STAMP.format(hour.startsAt()),
                        STAMP.format(hour.endsAt()),
                        hour.calledOff() ? "CANCELLED" : "CONFIRMED",
                        summary);
    }
}
