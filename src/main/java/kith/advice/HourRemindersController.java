package kith.advice;

import java.time.Clock;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Being told before an hour begins, or not. */
@Controller
@For(Audience.MEMBERS)
class HourRemindersController {
    private final Hours hours;
    private final Clock clock;

    HourRemindersController(Hours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    @PostMapping("/hour/{id}/reminder")
    Answer create(Viewer viewer, @PathVariable QuestionId id) {
        var hour = coming(viewer, id);
        hours.remind(hour);
        return new SeeOther(
                hour.path(), hour.reminding(clock.instant()) ? "advice.hour.reminded" : "advice.hour.begins-soon");
    }

    @PostMapping("/hour/{id}/reminder/removal")
    Answer destroy(Viewer viewer, @PathVariable QuestionId id) {
        var hour = coming(viewer, id);
        hours.forget(hour);
        return new SeeOther(hour.path(), "advice.hour.forgotten");
    }

    private Hour coming(Viewer viewer, QuestionId id) {
        var hour = hours.find(viewer, id.value());
        if (!hour.place().member() || !hour.open(clock.instant())) {
            throw new NotHere();
        }
        return hour;
    }
}
