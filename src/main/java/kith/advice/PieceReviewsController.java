package kith.advice;

import java.time.Clock;
import java.time.LocalDate;
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

/** A second practitioner reads a piece; and one looks at it again before its day has come. */
@Controller
@For(Audience.MEMBERS)
class PieceReviewsController {
    private final Pieces pieces;
    private final PiecesController pages;
    private final Clock clock;

    PieceReviewsController(Pieces pieces, PiecesController pages, Clock clock) {
        this.pieces = pieces;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/piece/{id}/comments")
    Answer create(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String words) {
        var piece = pieces.find(viewer, id);
        var said = Typed.text(words).strip();
        if (said.isEmpty() || said.length() > Entries.LONGEST_COMMENT) {
            return pages.page(
                    piece, Refusals.of(Refusal.in("words", "advice.refused.comment", Entries.LONGEST_COMMENT)));
        }
        pieces.comment(piece, said);
        return new SeeOther(piece.path(), "advice.piece.commented");
    }

    @PostMapping("/piece/{id}/release")
    Answer update(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "0") int version) {
        var piece = pieces.find(viewer, id);
        pieces.release(piece, version);
        return new SeeOther(piece.path(), "advice.piece.released");
    }

    @PostMapping("/piece/{id}/review")
    Answer edit(Viewer viewer, @PathVariable UUID id) {
        var piece = pieces.find(viewer, id);
        pieces.stillRight(piece, LocalDate.now(clock).plusMonths(6));
        return new SeeOther(piece.path(), "advice.piece.still-right");
    }
}
