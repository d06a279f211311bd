package kith.identity;

import java.time.Duration;
import java.util.List;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The table of limits that the house keeps to, for its operator to read. */
@Controller
@For(Audience.OPERATOR)
class LimitsController {
    /** All limits. */
    public record LimitsPage(List<Line> lines) implements Page {}

    /** One limit: the phrase of what it counts, how often at once, and in how many minutes all of it is back. */
    public record Line(String key, int most, long minutes) {
        static Line of(Limit limit) {
            return new Line(limit.key(), limit.capacity(), limit.refill().toMinutes());
        }

        /** Whole hours where it is that many. */
        public boolean hours() {
            return minutes % Duration.ofHours(1).toMinutes() == 0;
        }
    }

    @GetMapping("/limits")
    LimitsPage index() {
        return new LimitsPage(
                java.util.Arrays.stream(Limit.values()).map(Line::of).toList());
    }
}
