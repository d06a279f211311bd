package kith.advice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Optional;
import kith.page.Refusal;
import kith.page.Refusals;

/** An hour as it is planned: {@code starts} on the clock of whoever plans it, {@code minutes} long, for {@code most} questions. */
public record HourForm(String title, String starts, String minutes, String most) {
    static final HourForm NEW = new HourForm("", "", "60", "20");

    private static final int LONGEST_TITLE = 120;
    private static final Duration AHEAD = Duration.ofDays(366);

    public HourForm {
        title = Typed.line(title);
        starts = Typed.line(starts);
        minutes = Typed.line(minutes);
        most = Typed.line(most);
    }

    Refusals refusals(ZoneId zone, Instant now) {
        var found = new ArrayList<Refusal>();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            found.add(Refusal.in("title", "advice.hour.refused.title", LONGEST_TITLE));
        }
        var at = at(zone);
        if (at.isEmpty()) {
            found.add(Refusal.in("starts", "advice.hour.refused.starts"));
        } else if (!at.get().isAfter(now) || at.get().isAfter(now.plus(AHEAD))) {
            found.add(Refusal.in("starts", "advice.hour.refused.when"));
        }
        between(found, "minutes", minutes, 10, 180);
        between(found, "most", most, 1, 50);
        return new Refusals(found);
    }

    /** When it starts; nothing where that is no time, or one that the clock leaps over. */
    Optional<Instant> at(ZoneId zone) {
        try {
            var local = LocalDateTime.parse(starts);
            return zone.getRules().getValidOffsets(local).stream().findFirst().map(local::toInstant);
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static void between(ArrayList<Refusal> found, String field, String typed, int least, int most) {
        if (!typed.matches("\\d{1,4}") || Integer.parseInt(typed) < least || Integer.parseInt(typed) > most) {
            found.add(Refusal.in(field, "advice.hour.refused.number", least, most));
        }
    }
}
