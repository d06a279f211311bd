package kith.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import kith.page.Refusal;
import kith.page.Refusals;

/** A piece as it is typed. */
public record PieceForm(String title, String section, String language, AnswerForm words) {
    private static final int LONGEST_TITLE = 200;

    static PieceForm of(Map<String, String> typed) {
        return new PieceForm(
                Typed.line(typed.get("title")),
                Typed.line(typed.get("section")),
                Typed.line(typed.get("language")),
                AnswerForm.of(typed));
    }

    static PieceForm of(Piece piece) {
        return new PieceForm(piece.title(), piece.section().slug(), piece.language(), AnswerForm.of(piece));
    }

    static PieceForm empty(LocalDate today) {
        return new PieceForm("", "", "", AnswerForm.empty(today));
    }

    public QuestionController.AnswerFormPart part() {
        return QuestionController.AnswerFormPart.of(words, null);
    }

    Refusals refusals(Clock clock) {
        var found = title.isEmpty() || title.length() > LONGEST_TITLE
                ? Refusals.of(Refusal.in("title", "advice.piece.refused.title"))
                : Refusals.NONE;
        if (!language.matches("([a-z]{2,3})?")) {
            found = found.and(Refusals.of(Refusal.in("language", "advice.refused.section")));
        }
        return found.and(words.refusals(clock, false));
    }
}
