package kith.community;

import java.util.UUID;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The recurring shifts, which managers make and end. */
@Controller
@For(Audience.MEMBERS)
class ShiftsController {
    private final Communities communities;
    private final RotaPages pages;
    private final Shifts shifts;

    ShiftsController(Communities communities, RotaPages pages, Shifts shifts) {
        this.communities = communities;
        this.pages = pages;
        this.shifts = shifts;
    }

    @PostMapping("/rota/{slug}/shifts")
    Answer create(Viewer viewer, @PathVariable String slug, ShiftForm form) {
        var place = communities.find(viewer, slug);
        if (!place.manages()) {
            throw new NotHere();
        }
        var typed = form.refuse();
        var refusals = typed.any() ? typed : shifts.add(place, form.shift());
        return refusals.any()
                ? pages.page(place, form, AbsenceForm.NONE, refusals)
                : new SeeOther(place.path("rota"), "community.rota.added");
    }

    @PostMapping("/rota/{slug}/shifts/{shift}/removal")
    Answer destroy(Viewer viewer, @PathVariable String slug, @PathVariable UUID shift) {
        var place = communities.find(viewer, slug);
        shifts.remove(place, shift);
        return new SeeOther(place.path("rota"), "community.rota.removed");
    }
}
