package kith.advice;

import java.util.Map;
import java.util.UUID;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a second reader says to whoever wrote an answer. */
@Controller
@For(Audience.MEMBERS)
class CommentsController {
    private final Questions questions;
    private final Entries entries;
    private final QuestionController pages;
    private final Sketches sketches;

    CommentsController(Questions questions, Entries entries, QuestionController pages, Sketches sketches) {
        this.questions = questions;
        this.entries = entries;
        this.pages = pages;
        this.sketches = sketches;
    }

    @PostMapping("/question/{id}/answers/{answer}/comments")
    Answer create(
            Viewer viewer,
            @PathVariable QuestionId id,
            @PathVariable UUID answer,
            @RequestParam(defaultValue = "") String words) {
        var question = questions.find(viewer, id);
        var said = Typed.text(words).strip();
        if (said.isEmpty() || said.length() > Entries.LONGEST_COMMENT) {
            sketches.type(viewer, key(answer), Map.of("words", said));
            return pages.page(
                    question,
                    null,
                    "",
                    Refusals.of(Refusal.in("words", "advice.refused.comment", Entries.LONGEST_COMMENT)));
        }
        entries.comment(question, answer, said);
        sketches.remove(viewer, key(answer));
        return new SeeOther(question.path(), "advice.commented");
    }

    private static String key(UUID answer) {
        return "comment:" + answer;
    }
}
