package kith.advice;

import java.util.UUID;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Somebody has looked at an answer again: it is right still. */
@Controller
@For(Audience.MEMBERS)
class AnswerReviewsController {
    private final Questions questions;
    private final Reviews reviews;

    AnswerReviewsController(Questions questions, Reviews reviews) {
        this.questions = questions;
        this.reviews = reviews;
    }

    @PostMapping("/question/{id}/answers/{answer}/review")
    Answer create(Viewer viewer, @PathVariable QuestionId id, @PathVariable UUID answer) {
        var question = questions.find(viewer, id);
        reviews.stillRight(question, reviews.find(question, answer));
        return new SeeOther(question.path(), "advice.still-right");
    }
}
