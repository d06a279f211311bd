package kith.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.community.InPlace;
import kith.community.Place;
import kith.community.Section;
import kith.community.Sections;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pieces of a community: all of them, one of them, writing one and changing one. */
@Controller
@For(Audience.MEMBERS)
class PiecesController {
    private final Pieces pieces;
    private final Sections sections;
    private final Sketches sketches;
    private final Limits limits;
    private final Clock clock;

    PiecesController(Pieces pieces, Sections sections, Sketches sketches, Limits limits, Clock clock) {
        this.pieces = pieces;
        this.sections = sections;
        this.sketches = sketches;
        this.limits = limits;
        this.clock = clock;
    }

    /** All pieces; {@code advises} is whether the viewer may write one. */
    public record PiecesPage(Place place, List<Piece> pieces, boolean advises, LocalDate today)
            implements Page, InPlace {}

    /** One piece, what was said about it, and what it said before. */
    public record PiecePage(
            Piece piece,
            List<Piece.Comment> comments,
            List<Piece.Version> versions,
            boolean advises,
            Refusals refusals,
            LocalDate today)
            implements Page, InPlace {
        @Override
        public Place place() {
            return piece.place();
        }

        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** Where one is written, or changed: {@code piece} is null for a new one. */
    public record EditPiecePage(
            Place place, @Nullable Piece piece, PieceForm form, List<Section> sections, Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }

        public Map<String, String> choices() {
            var choices = new LinkedHashMap<String, String>();
            sections.forEach(section -> choices.put(section.slug(), section.name()));
            return choices;
        }

        public String path() {
            return piece == null ? place.path("pieces") : piece.path();
        }

        public String draft() {
            return "/sketches/" + key(place, piece);
        }
    }

    @GetMapping("/pieces/{slug}")
    Answer index(Viewer viewer, @PathVariable String slug) {
        var place = pieces.place(viewer, slug);
        return new PiecesPage(place, pieces.of(place), Question.advises(place), today(place));
    }

    @GetMapping("/piece/{id}")
    Answer show(Viewer viewer, @PathVariable UUID id) {
        return page(pieces.find(viewer, id), Refusals.NONE);
    }

    PiecePage page(Piece piece, Refusals refusals) {
        return new PiecePage(
                piece,
                pieces.comments(piece),
                pieces.versions(piece),
                Question.advises(piece.place()),
                refusals,
                today(piece.place()));
    }

    private LocalDate today(Place place) {
        return LocalDate.ofInstant(clock.instant(), place.viewer().zone());
    }

    @GetMapping("/pieces/{slug}/new")
    Answer new_(Viewer viewer, @PathVariable String slug) {
        var place = writer(pieces.place(viewer, slug));
        return edit(place, null, kept(place, null).orElseGet(() -> PieceForm.empty(today(place))), Refusals.NONE);
    }

    @PostMapping("/pieces/{slug}")
    Answer create(Viewer viewer, @PathVariable String slug, @RequestParam Map<String, String> typed) {
        var place = writer(pieces.place(viewer, slug));
        var form = PieceForm.of(typed);
        var section = section(place, form);
        var refusals = refusals(form, section);
        if (refusals.any()) {
            return edit(place, null, form, refusals);
        }
        limits.take(Limit.POST, viewer.member());
        var id = pieces.add(place, section.orElseThrow(), form);
        sketches.remove(viewer, key(place, null));
        return new SeeOther("/piece/" + id, "advice.piece.saved");
    }

    @GetMapping("/piece/{id}/edit")
    Answer edit(Viewer viewer, @PathVariable UUID id) {
        var piece = pieces.find(viewer, id);
        var place = writer(piece.place());
        return edit(place, piece, kept(place, piece).orElseGet(() -> PieceForm.of(piece)), Refusals.NONE);
    }

    @PostMapping("/piece/{id}")
    Answer update(Viewer viewer, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var piece = pieces.find(viewer, id);
        var place = writer(piece.place());
        var form = PieceForm.of(typed);
        var section = section(place, form);
        var refusals = refusals(form, section);
        if (refusals.any()) {
            return edit(place, piece, form, refusals);
        }
        pieces.change(piece, section.orElseThrow(), form);
        sketches.remove(viewer, key(place, piece));
        return new SeeOther(piece.path(), "advice.piece.saved");
    }

    private EditPiecePage edit(Place place, @Nullable Piece piece, PieceForm form, Refusals refusals) {
        return new EditPiecePage(place, piece, form, sections.of(place), refusals);
    }

    private Optional<PieceForm> kept(Place place, @Nullable Piece piece) {
        return sketches.find(place.viewer(), key(place, piece)).map(kept -> PieceForm.of(kept.fields()));
    }

    private static String key(Place place, @Nullable Piece piece) {
        return "piece:" + (piece == null ? place.community().slug() : piece.id());
    }

    private Optional<Section> section(Place place, PieceForm form) {
        return sections.of(place).stream()
                .filter(each -> each.slug().equals(form.section()))
                .findFirst();
    }

    private Refusals refusals(PieceForm form, Optional<Section> section) {
        var refusals = form.refusals(clock);
        return section.isPresent()
                ? refusals
                : refusals.and(Refusals.of(Refusal.in("section", "advice.refused.section")));
    }

    private static Place writer(Place place) {
        if (!Question.advises(place)) {
            throw new NotHere();
        }
        return place;
    }
}
