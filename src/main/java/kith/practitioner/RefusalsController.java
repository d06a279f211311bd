package kith.practitioner;

import java.util.UUID;
import kith.community.Communities;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A host says no to an application, with a reason that its applicant reads. */
@Controller
@For(Audience.MEMBERS)
class RefusalsController {
    private final Applications applications;
    private final Applying applying;
    private final Communities communities;

    RefusalsController(Applications applications, Applying applying, Communities communities) {
        this.applications = applications;
        this.applying = applying;
        this.communities = communities;
    }

    @PostMapping("/applications/{slug}/{id}/refusals")
    Answer create(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason) {
        var place = communities.find(viewer, slug);
        var file = applications.find(place, id);
        if (!file.refusableBy(place)) {
            throw new NotHere();
        }
        var said = reason.strip();
        if (said.isEmpty() || said.length() > ChecksController.LONGEST) {
            return applying.page(
                    place,
                    file,
                    Refusals.of(Refusal.in("reason", "practitioner.refused.reason", ChecksController.LONGEST)));
        }
        applications.refuse(place, id, said);
        return new SeeOther(place.path("applications") + "/" + id, "practitioner.declined");
    }
}
