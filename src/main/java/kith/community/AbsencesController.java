package kith.community;

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

/** When somebody of the rota is away, and who is there for them. */
@Controller
@For(Audience.MEMBERS)
class AbsencesController {
    private final Communities communities;
    private final RotaPages pages;
    private final Shifts shifts;

    AbsencesController(Communities communities, RotaPages pages, Shifts shifts) {
        this.communities = communities;
        this.pages = pages;
        this.shifts = shifts;
    }

    @PostMapping("/rota/{slug}/absences")
    Answer create(Viewer viewer, @PathVariable String slug, AbsenceForm form) {
        var place = Shifts.served(communities.find(viewer, slug));
        var typed = form.refuse(pages.today(place));
        var refusals = typed.any()
                ? typed
                : shifts.away(
                        place, form.cover(place.self()), LocalDate.parse(form.first()), LocalDate.parse(form.last()));
        return refusals.any()
                ? pages.page(place, pages.fresh(place), form, refusals)
                : new SeeOther(place.path("rota"), "community.rota.away.noted");
    }

    @PostMapping("/rota/{slug}/absences/{absence}/removal")
    Answer destroy(Viewer viewer, @PathVariable String slug, @PathVariable UUID absence) {
        var place = communities.find(viewer, slug);
        shifts.back(place, absence);
        return new SeeOther(place.path("rota"), "community.rota.back");
    }
}
