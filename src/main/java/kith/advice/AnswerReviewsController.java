package kith.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Whoever wrote an answer has looked at it again. */
@Controller
@For(Audience.MEMBERS)
class AnswerReviewsController {
    private final Questions questions;
    private final Entries entries;
    private final Clock clock;

    AnswerReviewsController(Questions questions, Entries entries, Clock clock) {
        this.questions = questions;
        this.entries = entries;
        this.clock = clock;
    }

    @PostMapping("/question/{id}/answers/{answer}/review")
    Answer create(Viewer viewer, @PathVariable QuestionId id, @PathVariable UUID answer) {
        var question = questions.find(viewer, id);
        entries.stillRight(
                question, entries.own(question, answer), LocalDate.now(clock).plusMonths(6));
        return new SeeOther(question.path(), "advice.still-right");
    }
}
