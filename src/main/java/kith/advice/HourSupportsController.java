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

/** Saying that one would like to hear the answer too, and taking that back. */
@Controller
@For(Audience.MEMBERS)
class HourSupportsController {
    private final Hours hours;
    private final Clock clock;

    HourSupportsController(Hours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    @PostMapping("/hour/{id}/questions/{question}/support")
    Answer create(Viewer viewer, @PathVariable QuestionId id, @PathVariable QuestionId question) {
        var hour = hours.find(viewer, id.value());
        hours.support(hour, one(hour, question), viewer.member());
        return new SeeOther(hour.path(), "advice.hour.supported");
    }

    @PostMapping("/hour/{id}/questions/{question}/support/removal")
    Answer destroy(Viewer viewer, @PathVariable QuestionId id, @PathVariable QuestionId question) {
        var hour = hours.find(viewer, id.value());
        hours.unsupport(hour, one(hour, question), viewer.member());
        return new SeeOther(hour.path(), "advice.hour.unsupported");
    }

    private Hour.Gathered one(Hour hour, QuestionId question) {
        if (!hour.place().mayWrite() || hour.mine() || !hour.open(clock.instant())) {
            throw new NotHere();
        }
        return hours.gathered(hour).stream()
                .filter(each -> each.question().id().equals(question)
                        && !each.question().mine())
                .findFirst()
                .orElseThrow(NotHere::new);
    }
}
