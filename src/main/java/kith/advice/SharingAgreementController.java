package kith.advice;

import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether whoever answered lets changed words stand under their name. */
@Controller
@For(Audience.MEMBERS)
class SharingAgreementController {
    private final Questions questions;
    private final Sharings sharings;

    SharingAgreementController(Questions questions, Sharings sharings) {
        this.questions = questions;
        this.sharings = sharings;
    }

    @PostMapping("/question/{id}/sharing/agreement")
    Answer create(Viewer viewer, @PathVariable QuestionId id, @RequestParam(defaultValue = "") String seen) {
        var question = asked(viewer, id);
        return sharings.agree(question, seen)
                ? new SeeOther(question.path(), "advice.share.agreed")
                : new SeeOther(question.path() + "/sharing", "advice.share.agree.changed");
    }

    @PostMapping("/question/{id}/sharing/agreement/removal")
    Answer destroy(Viewer viewer, @PathVariable QuestionId id) {
        var question = asked(viewer, id);
        sharings.refuse(question);
        return new SeeOther(question.path(), "advice.share.refused");
    }

    private Question asked(Viewer viewer, QuestionId id) {
        var question = questions.find(viewer, id);
        if (sharings.wordings(question).isEmpty()) {
            throw new NotHere();
        }
        return question;
    }
}
