package kith.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.identity.Card;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who is on call when, for those who are. */
@Controller
@For(Audience.MEMBERS)
class RotaController {
    /** One turn: {@code offer} is the id of its offer to the others, or null. */
    public record Turn(
            Stint stint, Card who, boolean mine, @Nullable UUID offer, boolean now) {}

    /** The turns that begin on one day. */
    public record Day(LocalDate day, List<Turn> turns) {}

    /** A shift as it recurs. */
    public record Recurring(Shift shift, Card who) {}

    /** Somebody who is or will be away. */
    public record Away(Absence absence, Card who, @Nullable Card cover, boolean mine) {}

    /** The rota; {@code others}: who may cover for the viewer, {@code staff}: who can be on it, both by id. */
    public record RotaPage(
            Place place,
            List<Day> days,
            List<Recurring> shifts,
            List<Away> away,
            Map<String, String> others,
            Map<String, String> staff,
            ShiftForm shift,
            AbsenceForm absence,
            Refusals refusals)
            implements Page, InPlace {
        @Override
        public int status() {
            return refusals.status();
        }

        public boolean absent() {
            return refusals.in("first").isPresent()
                    || refusals.in("last").isPresent()
                    || refusals.in("cover").isPresent();
        }
    }

    private final Communities communities;
    private final RotaPages pages;

    RotaController(Communities communities, RotaPages pages) {
        this.communities = communities;
        this.pages = pages;
    }

    @GetMapping("/rota/{slug}")
    Answer index(Viewer viewer, @PathVariable String slug) {
        var place = Shifts.served(communities.find(viewer, slug));
        return pages.page(place, pages.fresh(place), AbsenceForm.NONE, Refusals.NONE);
    }
}
