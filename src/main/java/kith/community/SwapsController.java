package kith.community;

import java.time.LocalDate;
import java.util.UUID;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Refusal;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Turns that somebody gives away and another takes. */
@Controller
@For(Audience.MEMBERS)
class SwapsController {
    private final Communities communities;
    private final Shifts shifts;

    SwapsController(Communities communities, Shifts shifts) {
        this.communities = communities;
        this.shifts = shifts;
    }

    @PostMapping("/rota/{slug}/shifts/{shift}/swaps")
    Answer create(Viewer viewer, @PathVariable String slug, @PathVariable UUID shift, @RequestParam LocalDate day) {
        var place = communities.find(viewer, slug);
        shifts.offer(place, shift, day);
        return new SeeOther(place.path("rota"), "community.rota.offered");
    }

    @PostMapping("/rota/{slug}/swaps/{swap}/taking")
    Answer update(Viewer viewer, @PathVariable String slug, @PathVariable UUID swap) {
        var place = communities.find(viewer, slug);
        var refusals = shifts.take(place, swap);
        return new SeeOther(
                place.path("rota"),
                refusals.all().stream().map(Refusal::key).findFirst().orElse("community.rota.taken"));
    }

    @PostMapping("/rota/{slug}/swaps/{swap}/removal")
    Answer destroy(Viewer viewer, @PathVariable String slug, @PathVariable UUID swap) {
        var place = Shifts.served(communities.find(viewer, slug));
        shifts.keep(place, swap);
        return new SeeOther(place.path("rota"), "community.rota.kept");
    }
}
