package kith.advice;

import java.time.Clock;
import java.util.Map;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking a question into one's hands, and passing it on with a reason. */
@Controller
@For(Audience.MEMBERS)
class HoldingsController {
    private static final int LONGEST = 300;

    private final Questions questions;
    private final QuestionController pages;
    private final Sketches sketches;
    private final Routes routes;
    private final Clock clock;

    HoldingsController(Questions questions, QuestionController pages, Sketches sketches, Routes routes, Clock clock) {
        this.questions = questions;
        this.pages = pages;
        this.sketches = sketches;
        this.routes = routes;
        this.clock = clock;
    }

    @PostMapping("/question/{id}/holding")
    Answer create(Viewer viewer, @PathVariable QuestionId id) {
        var question = answerable(viewer, id);
        var other = question.holder(clock.instant()).filter(who -> !viewer.is(who));
        var self = viewer.member();
        var held = other.isEmpty()
                && routes.hold(id.value(), question.place().community().id(), self, "TAKEN", self);
        return new SeeOther(
                question.path(),
                held ? "advice.taken" : other.isPresent() ? "advice.taken.other" : "advice.taken.full");
    }

    @PostMapping("/question/{id}/holding/removal")
    Answer destroy(Viewer viewer, @PathVariable QuestionId id, @RequestParam(defaultValue = "") String reason) {
        var question = answerable(viewer, id);
        if (!question.heldBy(viewer.member(), clock.instant())) {
            throw new NotHere();
        }
        var why = Typed.line(reason);
        if (why.isEmpty() || why.length() > LONGEST) {
            sketches.type(viewer, "pass:" + id, Map.of("reason", why));
            return pages.page(question, null, "", Refusals.of(Refusal.in("reason", "advice.refused.pass")));
        }
        routes.pass(question, viewer.member(), why);
        sketches.remove(viewer, "pass:" + id);
        return new SeeOther(question.place().path("round"), "advice.passed");
    }

    private Question answerable(Viewer viewer, QuestionId id) {
        var question = questions.find(viewer, id);
        if (!question.answerable()) {
            throw new NotHere();
        }
        return question;
    }
}
