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
import org.springframework.web.bind.annotation.RequestParam;

/** A second reader lets an answer go out. */
@Controller
@For(Audience.MEMBERS)
class ReleasesController {
    private final Questions questions;
    private final Entries entries;

    ReleasesController(Questions questions, Entries entries) {
        this.questions = questions;
        this.entries = entries;
    }

    @PostMapping("/question/{id}/answers/{answer}/release")
    Answer create(
            Viewer viewer,
            @PathVariable QuestionId id,
            @PathVariable UUID answer,
            @RequestParam(defaultValue = "0") int version) {
        var question = questions.find(viewer, id);
        return new SeeOther(
                question.path(),
                switch (entries.release(question, answer, version)) {
                    case OUT -> "advice.released";
                    case EXPIRED -> "advice.released.not";
                    case CHANGED -> "advice.released.changed";
                });
    }
}
