package kith.advice;

import java.util.Map;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks for a piece and takes a copy of one into an answer that is being written; what was typed stays. */
@Controller
@For(Audience.MEMBERS)
class PieceTakingsController {
    private final Questions questions;
    private final Pieces pieces;
    private final Takings takings;
    private final QuestionController pages;
    private final Sketches sketches;
    private final Limits limits;

    PieceTakingsController(
            Questions questions,
            Pieces pieces,
            Takings takings,
            QuestionController pages,
            Sketches sketches,
            Limits limits) {
        this.questions = questions;
        this.pieces = pieces;
        this.takings = takings;
        this.pages = pages;
        this.sketches = sketches;
        this.limits = limits;
    }

    /** What was found, as a part of the form. */
    public record FoundPiecesPage(Question question, Piece.Shelf shelf) implements Page {}

    /** While it is typed; sent in a body, so that no word of it is in an address. */
    @PostMapping("/question/{id}/pieces/found")
    Answer index(Viewer viewer, @PathVariable QuestionId id, @RequestParam(defaultValue = "") String title) {
        limits.take(Limit.SIMILAR, viewer.member());
        var question = answerable(viewer, id);
        return new FoundPiecesPage(question, takings.shelf(question, Typed.line(title)));
    }

    @PostMapping("/question/{id}/pieces")
    Answer create(Viewer viewer, @PathVariable QuestionId id, @RequestParam Map<String, String> typed) {
        var question = answerable(viewer, id);
        var form = AnswerForm.of(typed);
        if (!typed.containsKey("take")) {
            return pages.page(question, form, "", Refusals.NONE, Typed.line(typed.get("seek")));
        }
        var piece = pieces.find(viewer, takings.id(Typed.line(typed.get("take"))));
        if (!takings.usable(question, piece)) {
            return pages.page(question, form, "", Refusals.of(Refusal.of("advice.piece.refused.gone")));
        }
        sketches.type(viewer, "answer:" + id, takings.take(question, piece, typed));
        return new SeeOther(question.path(), "advice.piece.taken");
    }

    private Question answerable(Viewer viewer, QuestionId id) {
        var question = questions.find(viewer, id);
        if (!question.answerable()) {
            throw new NotHere();
        }
        return question;
    }
}
